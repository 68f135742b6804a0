/**
 * What the words of a query were found as goes in; the pages that answer it, the best first, come out.
 *
 * A page is worth what its best place of each word is worth, rare words more than common ones; more if its title says
 * little else, and if one of its sections has all the words. Pages of the same worth keep the order of the index.
 */

/** What a word is worth by its field: text, heading, title, name. */
const WORTH = [1, 4, 10, 8];
const TITLE = 2;
export const NAME = 3;
/** What a word is worth that every page has. */
const COMMON = 0.3;
/** What a page is worth that has the words in different places only. */
const SCATTERED = 0.5;
/** Pages that gather facts come behind those where a fact is at home. */
const GATHERED = "data";
const AGAIN = 0.9;
/** What each place with all words adds to a page's worth, up to so many: many facts on a thing are better than one. */
const OFTEN = { places: 5, worth: 0.02 };
/** From how many words on a page need not have all of them, and what part of their rarity it needs then. */
const MANY = 3;
const ENOUGH = 0.6;
/** The front page comes first in the index. Who asks for a word of its title, the title of the site, asks for it. */
const FRONT = 0;

/**
 * @typedef {{ page: number, score: number, sections: number[], first: number }} Ranked `sections` are the places on the
 *   page that have all its words but those that the page is about, the best first, without the page's beginning; `first`
 *   is the best place of all
 */

/**
 * The pages that have all words of the query, or as many as any page has. Where these are three and more, pages without
 * a common one of them are found as well: of "when did Kraków join Eurocities" not all need to say "join".
 *
 * @param {import("./matching.js").Match[]} matches
 * @param {{ kinds: string[][], pages: [number, number, number][], sections: number }} start
 * @returns {{ ranked: Ranked[], words: number }} `words`: how many words of the query the page with most of them has
 */
export function rank(matches, start) {
  const pages = start.pages.map(([kind, begin, title], page) => {
    const end = start.pages[page + 1]?.[1] ?? start.sections;
    const home = start.kinds[kind][0] === GATHERED ? AGAIN : 1;
    return { page, home, begin, size: end - begin, title, worth: 0, words: 0, weight: 0, inTitle: 0, asked: 0, sections: new Map() };
  });
  const pageOf = pages.flatMap((page) => new Array(page.size).fill(page));
  for (const { answers } of matches) {
    const found = placesByPage(answers, pageOf);
    for (const [page, places] of found) {
      note(page, places, COMMON + Math.log(pages.length / found.size));
    }
  }
  const most = Math.max(0, ...pages.map(({ words }) => words));
  const heaviest = Math.max(0, ...pages.map(({ weight }) => weight));
  const isEnough = ({ words, weight }) => words > 0 && (words === most || (most >= MANY && weight >= heaviest * ENOUGH));
  const ranked = pages.filter(isEnough).map((page) => scored(page, page.weight / heaviest));
  return { ranked: ranked.sort((a, b) => b.score - a.score || a.page - b.page), words: most };
}

/** Where one word of the query stands, by page: each place with how well the word there answers. */
function placesByPage(answers, pageOf) {
  const found = new Map();
  for (const { worth, places } of answers) {
    for (const place of places) {
      const page = pageOf[place >> 2];
      if (!found.has(page)) {
        found.set(page, []);
      }
      found.get(page).push({ section: place >> 2, field: place & 3, worth });
    }
  }
  return found;
}

/** Add to a page what it has of one word. */
function note(page, places, rarity) {
  // what a page is about as a whole, all its sections are about: a section answers what else was asked
  const isAbout = places.some(({ section, field }) => section === page.begin && (field === NAME || field === TITLE));
  const sections = new Map();
  for (const { section, field, worth } of places) {
    sections.set(section, Math.max(sections.get(section) ?? 0, worth * WORTH[field] * rarity));
  }
  for (const [section, worth] of sections) {
    const here = page.sections.get(section) ?? { words: 0, asked: 0, worth: 0 };
    page.sections.set(section, { words: here.words + 1, asked: here.asked + (isAbout ? 0 : 1), worth: here.worth + worth });
  }
  page.asked += isAbout ? 0 : 1;
  page.worth += Math.max(...sections.values());
  page.words += 1;
  page.weight += rarity;
  page.inTitle += places.some(({ section, field }) => section === page.begin && field === TITLE) ? 1 : 0;
}

function scored({ page, home, begin, size, title, worth, words, inTitle, asked, sections }, complete) {
  const best = [...sections].sort(([a, one], [b, other]) => other.words - one.words || other.worth - one.worth || a - b);
  const whole = best.filter(([, section]) => (asked ? section.asked === asked : section.words === words));
  const titled = inTitle && page === FRONT ? 1 : Math.min(1, inTitle / Math.max(1, title));
  const together = words > 1 && whole.length ? whole[0][1].worth / (1 + Math.log(size)) : 0;
  const often = Math.min(whole.length, OFTEN.places) * OFTEN.worth;
  const scattered = whole.length ? 1 : SCATTERED;
  return {
    page,
    score: (worth * (1 + titled + often) + together) * complete ** 2 * scattered * home,
    sections: whole.map(([section]) => section).filter((section) => section !== begin),
    first: best[0][0],
  };
}
