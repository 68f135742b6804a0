/* The search page and its address in; results that follow the query, and an address that follows both, out.

   `?q=` is the query, `network` and `kind` narrow the results. What is being typed takes the place of the last draft in
   the history of the browser; what was asked for keeps a place of its own, so that Back leads from query to query. */

import { choices, element, result, searchAddress, speaker, told, within } from "./draw.js";
import { opener, openSearch } from "./search.js";

const LONGEST = 200; // signs of a query
const SHOWN = 8; // results at first, and with each "more"
const ELSEWHERE = 3; // results in each other language
const PAUSE = 250; // ms without a key before the search is asked
const PATIENCE = 300; // ms before the reader is told to wait

/** What an address asks for, and how many results were shown when it was left. */
const asked = () => {
  const given = new URLSearchParams(location.search);
  const [q, network, kind] = ["q", "network", "kind"].map((name) => given.get(name) ?? "");
  return { q: [...q].slice(0, LONGEST).join(""), network, kind, shown: Number(history.state?.shown) || SHOWN };
};

const addressOf = ({ q, network, kind }) => {
  const given = Object.entries({ q, network, kind }).filter(([, value]) => value);
  const search = new URLSearchParams(given).toString();
  return search ? `?${search}` : location.pathname;
};

class SearchPage {
  /** @param {HTMLFormElement} form @param {URL} index the folder of the language's index */
  constructor(form, index) {
    this.form = form;
    this.index = index;
    this.open = opener(index);
    this.input = form.q;
    this.title = document.title;
    const part = (name) => document.querySelector(`.search-page ${name}`);
    this.hint = part(".search-hint");
    this.narrow = part(".search-narrow");
    this.failed = part("p.search-failed[hidden]");
    this.loading = part(".search-loading");
    this.said = part(".search-said");
    this.list = part(".results");
    this.more = part(".search-more");
    this.elsewhere = part(".search-elsewhere");
    this.help = part(".search-help");
    this.languages = document.querySelectorAll(".languages a");
    this.turn = 0; // an answer to an earlier question than the last is not shown
    this.isDraft = false;
    this.state = asked();
    this.top = history.state?.top ?? 0;
  }

  listen() {
    this.input.addEventListener("input", () => {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.type(), PAUSE);
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(this.pause);
      this.type();
      this.isDraft = false;
    });
    this.narrow.addEventListener("change", ({ target }) => this.go({ [target.name]: target.value }));
    this.narrow.addEventListener("click", (event) => this.reset(event));
    this.more.firstChild.addEventListener("click", () => this.showMore());
    this.list.addEventListener("click", () => history.replaceState({ ...history.state, top: scrollY }, ""));
    window.addEventListener("popstate", () => {
      clearTimeout(this.pause);
      this.isDraft = false;
      this.state = asked();
      this.top = history.state?.top ?? 0;
      this.input.value = this.state.q;
      this.answer();
    });
    if (this.state.q && !this.input.value) {
      this.input.value = this.state.q;
    }
    if (this.input.value.trim() === this.state.q.trim()) {
      this.answer();
    } else {
      this.type(); // typed while this module was on its way
    }
  }

  /** The box has changed: the first draft after a query gets a place in the history, the next ones take that place. */
  type() {
    const q = this.input.value;
    if (q.trim() === this.state.q.trim()) {
      if (!this.failed.hidden) {
        this.answer(); // asking again is asking to try again
      }
      return;
    }
    const isNew = !this.isDraft && this.state.q.trim() !== "";
    this.isDraft = true;
    this.state = { ...this.state, q, shown: SHOWN };
    history[isNew ? "pushState" : "replaceState"]({ shown: SHOWN }, "", addressOf(this.state));
    this.answer();
  }

  /** Another choice for the same query. */
  go(choice) {
    this.isDraft = false;
    this.state = { ...this.state, ...choice, shown: SHOWN };
    history.pushState({ shown: SHOWN }, "", addressOf(this.state));
    this.answer();
  }

  reset(event) {
    if (event.target.closest("a")) {
      event.preventDefault();
      this.input.focus();
      this.go({ network: "", kind: "" });
    }
  }

  async answer() {
    this.turn += 1;
    const turn = this.turn;
    const query = this.state.q.trim();
    document.title = query ? `${query} – ${this.title}` : this.title;
    for (const link of this.languages) {
      link.search = query ? new URLSearchParams({ q: query }) : ""; // the same question in another language
    }
    if (!query) {
      this.clear();
      this.narrow.hidden = true;
      this.hint.hidden = false;
      return;
    }
    const slow = setTimeout(() => {
      this.loading.hidden = turn !== this.turn;
    }, PATIENCE);
    try {
      this.search = await this.open();
      const { network, kind, shown } = this.known(this.state);
      const found = await this.search.find(query, { network, kind });
      const cards = await this.search.cards(found, 0, shown);
      const others = found.count || network || kind ? [] : await this.inOthers(query);
      if (turn === this.turn) {
        this.clear();
        this.draw(query, found, cards, others);
        this.goBack();
      }
    } catch {
      if (turn === this.turn) {
        this.fail();
      }
    } finally {
      clearTimeout(slow);
    }
  }

  /** Back from a result, to where it was left: the browser itself came back before there were results. */
  goBack() {
    if (this.top) {
      scrollTo(0, this.top);
      this.top = 0;
      history.replaceState({ shown: this.state.shown }, "");
    }
  }

  /** The state without a network or kind of page that the index does not know. */
  known(state) {
    const { networks, kinds } = this.search.start;
    const kept = (listed, value) => (listed.some(([id]) => id === value) ? value : "");
    return { ...state, network: kept(networks, state.network), kind: kept(kinds, state.kind) };
  }

  /** What the other languages of the site have; their indexes are opened only now. */
  async inOthers(query) {
    const { root, others } = this.search.start;
    const address = (path) => new URL(root + path, this.index);
    const answers = others.map(async ({ locale, name, start, page }) => {
      const search = await openSearch(address(start));
      const found = await search.find(query);
      const cards = await search.cards(found, 0, ELSEWHERE);
      return { locale, name, page: address(page), words: speaker(search), found, cards };
    });
    const settled = await Promise.allSettled(answers);
    return settled.filter(({ value }) => value?.found.count).map(({ value }) => value);
  }

  fail() {
    this.clear();
    this.narrow.hidden = true;
    this.failed.hidden = false;
  }

  /** Take the last answer away; the choices stay, for one of them may have the focus. */
  clear() {
    this.said.replaceChildren();
    this.list.replaceChildren();
    this.elsewhere.replaceChildren();
    for (const part of [this.failed, this.loading, this.more, this.elsewhere, this.help]) {
      part.hidden = true;
    }
  }

  draw(query, found, cards, others) {
    const words = speaker(this.search);
    const { network, kind } = this.known(this.state);
    const isNarrowed = Boolean(network || kind);
    const none = isNarrowed ? words.say("none_left") : words.say("none", { query });
    this.found = found;
    this.hint.hidden = true;
    this.said.append(
      element("p", { class: "search-count" }, found.count ? words.count("found", found.count) : none),
      ...told(found, words).map((text) => element("p", {}, text)),
    );
    this.list.setAttribute("aria-label", words.say("results"));
    this.drawChoices(found, words, network, kind);
    this.add(cards, words);
    this.help.hidden = found.count > 0 || isNarrowed;
    this.drawOthers(query, others, words);
  }

  add(cards, words) {
    this.list.append(...cards.map((card) => result(card, words)));
    const left = this.found.count - this.list.children.length;
    this.more.hidden = left <= 0;
    this.more.firstChild.textContent = words.say("more", { count: words.number(left) });
  }

  async showMore() {
    const before = this.list.children.length;
    const { turn } = this;
    const cards = await this.search.cards(this.found, before, SHOWN).catch(() => null);
    if (turn !== this.turn || before !== this.list.children.length) {
      return;
    }
    if (!cards) {
      this.failed.hidden = false;
      return;
    }
    this.add(cards, speaker(this.search));
    this.state.shown = before + SHOWN;
    history.replaceState({ shown: this.state.shown }, "");
    this.list.children[before]?.querySelector("a").focus();
  }

  /** The two selects, each with the number of results that a choice leaves; nothing where there is nothing to choose. */
  drawChoices(found, words, network, kind) {
    const { networks, kinds } = this.search.start;
    const options = (listed, counts, chosen) =>
      listed
        .filter(([id]) => counts.get(id) || id === chosen)
        .map(([id, label]) => [id, words.say("choice", { label, count: words.number(counts.get(id) ?? 0) })]);
    const byNetwork = options(networks, found.networks, network);
    const byKind = options(kinds, found.kinds, kind);
    const focused = document.activeElement?.id;
    const parts = [
      choices("network", words.say("network"), words.say("any_network"), byNetwork, network),
      choices("kind", words.say("kind"), words.say("any_kind"), byKind, kind),
    ];
    if (network || kind) {
      const href = searchAddress(location.href, this.state.q);
      parts.push(element("a", { class: "search-reset", href }, words.say("reset")));
    }
    const hadFocus = this.narrow.contains(document.activeElement);
    this.narrow.replaceChildren(...parts);
    this.narrow.hidden = !network && !kind && (found.count < 2 || byNetwork.length + byKind.length < 2);
    if (hadFocus) {
      document.getElementById(focused)?.focus();
    }
  }

  drawOthers(query, others, words) {
    this.elsewhere.hidden = !others.length;
    if (!others.length) {
      return;
    }
    this.elsewhere.append(element("h2", {}, words.say("elsewhere")));
    for (const { locale, name, page, words: own, found, cards } of others) {
      const shown = cards.map((card) => result({ ...card, lang: card.lang || locale }, own));
      const href = within(searchAddress(page, query));
      const all = `${name}. ${own.say("all", { count: own.number(found.count) })}`;
      const link = element("a", { href, hreflang: locale }, all);
      this.elsewhere.append(
        element("ol", { class: "results", role: "list", lang: locale, "aria-label": name }, ...shown),
        element("p", { lang: locale }, link),
      );
    }
  }
}

/**
 * Make the search page answer: to its address at once, to its box from now on.
 * @param {HTMLFormElement} form
 * @param {URL} index the folder of the language's index
 */
export const begin = (form, index) => new SearchPage(form, index).listen();
