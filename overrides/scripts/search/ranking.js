/**
 * What the words of a query were found as goes in; the pages that answer it, the best first, come out.
 */

/** What a word is worth by its field: text, heading, title, name. */
const FIELDS = [1, 4, 10, 8];

/**
 * @typedef {{ page: number, score: number, sections: number[], first: number }} Ranked `sections` are the places on the
 *   page that have all its words, the best first, but for the page's beginning; `first` is the place to show words from
 */

/**
 * The pages that have the most words of the query.
 *
 * @param {import("./matching.js").Match[]} matches
 * @param {{ pages: [number, number[], number][], sections: number }} start
 * @returns {{ ranked: Ranked[], words: number }} `words`: how many words of the query each of them has
 */
export function rank(matches, start) {
  const pageOf = pagesOfSections(start);
  const pages = new Map();
  for (const [term, { answers }] of matches.entries()) {
    const sections = sectionsWith(answers);
    const having = new Set([...sections.keys()].map((section) => pageOf[section]));
    const rarity = Math.log(1 + start.pages.length / having.size);
    for (const [section, worth] of sections) {
      note(pages, pageOf[section], section, term, worth * rarity);
    }
  }
  const most = Math.max(0, ...[...pages.values()].map(({ terms }) => terms.size));
  const ranked = [...pages].filter(([, { terms }]) => terms.size === most).map(([page, found]) => scored(page, found, most, start));
  return { ranked: ranked.sort((a, b) => b.score - a.score || a.page - b.page), words: most };
}

function pagesOfSections({ pages, sections }) {
  const pageOf = new Array(sections);
  pages.forEach(([, , first], page) => pageOf.fill(page, first, pages[page + 1]?.[2] ?? sections));
  return pageOf;
}

/** The sections that have a word, each with the best that it has of it. */
function sectionsWith(answers) {
  const sections = new Map();
  for (const { worth, places } of answers) {
    for (const place of places) {
      const section = place >> 2;
      sections.set(section, Math.max(sections.get(section) ?? 0, worth * FIELDS[place & 3]));
    }
  }
  return sections;
}

function note(pages, page, section, term, value) {
  const found = pages.get(page) ?? { terms: new Map(), sections: new Map() };
  pages.set(page, found);
  const best = found.terms.get(term) ?? { value: 0, times: 0 };
  found.terms.set(term, { value: Math.max(best.value, value), times: best.times + 1 });
  const here = found.sections.get(section) ?? { terms: 0, value: 0 };
  found.sections.set(section, { terms: here.terms + 1, value: here.value + value });
}

function scored(page, { terms, sections }, most, start) {
  const [, , begin] = start.pages[page];
  const size = (start.pages[page + 1]?.[2] ?? start.sections) - begin;
  const values = [...terms.values()];
  const whole = [...sections].filter(([, { terms: count }]) => count === most).sort(([a, x], [b, y]) => y.value - x.value || a - b);
  const base = values.reduce((sum, { value }) => sum + value, 0);
  const share = values.reduce((sum, { times }) => sum + times / size, 0) / most;
  const together = most > 1 && whole.length ? whole[0][1].value / (1 + Math.log(size)) : 0;
  const [first] = [...sections].sort(([a, x], [b, y]) => y.terms - x.terms || y.value - x.value || a - b)[0];
  return {
    page,
    score: base * (1 + share) + together,
    sections: whole.map(([section]) => section).filter((section) => section !== begin),
    first,
  };
}
