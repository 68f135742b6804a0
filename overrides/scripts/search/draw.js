/* Results and words in; elements of the page out. Every text goes in as text: no result and no query can be markup. */

/**
 * An element with attributes and children; strings among the children become text.
 * @param {string} name
 * @param {Object<string, string>} attributes an undefined or empty value leaves the attribute out
 * @param {...(Node|string)} children
 */
export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children);
  return made;
};

/** A template with its `{blanks}` filled; what is filled in is not looked at again. */
const fill = (template, blanks) => template.replace(/\{(\w+)\}/g, (blank, name) => String(blanks[name] ?? blank));

/**
 * The interface words of an open search: `say(key, blanks)`, and `count(key, number, blanks)` in the form that the
 * language has for the number.
 */
export const speaker = (search) => {
  const { locale } = search.start;
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const number = (value) => numbers.format(value);
  const say = (key, blanks = {}) => fill(search.words[key], blanks);
  const count = (key, value, blanks = {}) => {
    const forms = search.words[key];
    return fill(forms[rules.select(value)] ?? forms.other, { count: number(value), ...blanks });
  };
  return { say, count, number };
};

/** Where an address that the index gave leads: to a page of this site, or nowhere. */
export const within = (address) => {
  const { href, origin, protocol } = new URL(address);
  return origin === location.origin && protocol.startsWith("http") ? href : "";
};

/** The address of the search page for a query. */
export const searchAddress = (page, query) => {
  const found = new URL(page);
  found.search = new URLSearchParams({ q: query }).toString();
  return found.href;
};

/** What the reader should know of how the results were found: sentences. */
export const told = (found, words) => {
  const sentences = found.replaced.map(({ from, to }) => words.say("replaced", { from, to }));
  if (found.unknown.length && found.count) {
    const unknown = found.unknown.map((word) => words.say("quoted", { word })).join(", ");
    sentences.push(words.count("unknown", found.unknown.length, { words: unknown }));
  }
  if (found.isPartial && found.count && !found.unknown.length) {
    sentences.push(words.say("partial"));
  }
  return sentences;
};

/** Where a result stands: the pages above it, and its date if it has one. */
export const placeOf = ({ trail, date }) => [...trail, date].filter(Boolean).join(" · ");

/** A text of which the found words are marked. */
const excerpt = (pieces) => pieces.map(({ text, hit }) => (hit ? element("mark", {}, text) : text));

const fact = (item, words) => {
  const { heading, date } = item;
  const name = heading && date ? words.say("fact", { heading, date }) : heading || date;
  const href = within(item.url);
  if (!name) {
    return element("li", {}, element("a", { href }, ...excerpt(item.pieces)));
  }
  return element("li", {}, element("a", { href }, name), " ", element("span", {}, ...excerpt(item.pieces)));
};

/**
 * One result of the search page: its title as a link, where it stands, its date, the found words in context, and the
 * facts that were found on it.
 */
export const result = (card, words) => {
  const { lang } = card;
  const title = element("a", { href: within(card.url), lang, hreflang: lang }, card.title);
  const parts = [element("h2", { class: "result-title" }, title)];
  const place = placeOf(card);
  if (place) {
    parts.push(element("p", { class: "result-place" }, place));
  }
  if (card.pieces.length) {
    parts.push(element("p", { class: "result-text", lang }, ...excerpt(card.pieces)));
  }
  if (card.facts.length) {
    parts.push(element("ul", { class: "result-facts", lang }, ...card.facts.map((item) => fact(item, words))));
  }
  return element("li", { class: "result" }, ...parts);
};

/** A select with its label. Choices are pairs of value and text. */
export const choices = (name, label, every, options, chosen) => {
  const select = element("select", { id: `search_${name}`, name });
  for (const [value, text] of [["", every], ...options]) {
    const option = element("option", {}, text);
    option.value = value;
    option.selected = value === chosen;
    select.append(option);
  }
  return element("div", { class: "search-choice" }, element("label", { for: select.id }, label), select);
};
