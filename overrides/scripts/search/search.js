/**
 * The address of an index goes in; questions are answered with pages, pages with what a reader sees of them.
 *
 * This is the only door to the search: what is drawn on the page knows nothing of the other modules.
 */

import { excerpt } from "./excerpt.js";
import { fold } from "./fold.js";
import { compile } from "./inflection.js";
import { matchWord } from "./matching.js";
import { readQuery } from "./query.js";
import { NAME, rank } from "./ranking.js";
import { openStore, SearchProblem } from "./store.js";

/** Facts that one result shows. */
const FACTS = 3;
/** Places that are looked at for how a word is written; at some of them only its meaning stands. */
const LOOKED_AT = 5;

/**
 * @typedef {{ query: string, only: object, build: string, count: number, pages: import("./ranking.js").Ranked[], hits: Set<string>, unknown: string[],
 *   replaced: { from: string, to: string }[], isPartial: boolean, kinds: Map<string, number>,
 *   networks: Map<string, number> }} Found `unknown`: words that nothing was found for; `isPartial`: no page has all
 *   words, these have most of them; `kinds` and `networks`: pages of each, whatever of the two is chosen
 * @typedef {{ text: string, hit: boolean }[]} Pieces
 * @typedef {{ title: string, url: string, trail: string[], date: string, lang: string, pieces: Pieces,
 *   facts: { heading: string, url: string, date: string, pieces: Pieces }[] }} Card
 */

/**
 * The search in a folder (`…/assets/search/pl/`). Rejects with a SearchProblem, as do `find` and `cards`.
 *
 * @param {string | URL} address
 * @returns {Promise<Search>}
 */
export async function openSearch(address) {
  const folder = new URL(address, location);
  return new Search(folder, await openStore(folder));
}

/**
 * What opens the search in a folder once, however often it is called; after a failure it tries anew.
 *
 * @param {string | URL} address
 * @returns {() => Promise<Search>}
 */
export function opener(address) {
  let opened = null;
  return () => {
    opened ??= openSearch(address).catch((error) => {
      opened = null;
      throw error;
    });
    return opened;
  };
}

class Search {
  #address;
  #store;
  #inflection;

  constructor(address, store) {
    this.#address = address;
    this.#use(store);
  }

  #use(store) {
    this.#store = store;
    this.#inflection = compile(store.start.inflection);
  }

  /** The start file. */
  get start() {
    return this.#store.start;
  }

  /** The interface words. */
  get words() {
    return this.#store.start.words;
  }

  /**
   * @param {string} query
   * @param {{ network?: string, kind?: string }} [only] narrows the answer to a network's pages, or to a kind of page
   * @returns {Promise<Found>}
   */
  async find(query, only = {}) {
    return this.#afresh(() => this.#find(query, only));
  }

  /**
   * What a reader sees of some of the pages found.
   *
   * @param {Found} found
   * @param {number} from
   * @param {number} count
   * @returns {Promise<Card[]>}
   */
  async cards(found, from, count) {
    return this.#afresh(async () => {
      const { pages, hits } = found.build === this.start.build ? found : await this.#find(found.query, found.only);
      return Promise.all(pages.slice(from, from + count).map((page) => this.#card(page, hits)));
    });
  }

  /** A site that was published anew while it was read is begun anew, once. */
  async #afresh(answer) {
    try {
      return await answer();
    } catch (error) {
      if (!(error instanceof SearchProblem) || !["changed", "missing"].includes(error.kind)) {
        throw error;
      }
    }
    this.#use(await openStore(this.#address, "reload"));
    return answer();
  }

  async #find(query, only) {
    const { network = "", kind = "" } = only;
    const words = readQuery(query, this.start);
    const matches = await Promise.all(words.map((word) => matchWord(word, this.#store, this.#inflection)));
    const { ranked, words: most } = rank(matches, this.start);
    const isOfKind = ({ page }) => !kind || this.#kind(page) === kind;
    const ofKind = ranked.filter(isOfKind);
    const ofNetwork = ranked.filter(({ page }) => !network || this.#networks(page).includes(network));
    const pages = ofNetwork.filter(isOfKind);
    return {
      query,
      only,
      build: this.start.build,
      count: pages.length,
      pages,
      hits: new Set(matches.flatMap(({ answers }) => answers.map(({ word }) => word))),
      unknown: matches.filter(({ answers }) => !answers.length).map(({ word }) => asTyped(word, query)),
      replaced: await this.#replaced(matches, query, ranked),
      isPartial: most > 0 && most < words.length,
      kinds: counted(ofNetwork.map(({ page }) => this.#kind(page))),
      networks: counted(ofKind.flatMap(({ page }) => this.#networks(page))),
    };
  }

  #kind(page) {
    return this.start.kinds[this.start.pages[page][0]][0];
  }

  #networks(page) {
    return this.start.pages[page][1].map((network) => this.start.networks[network][0]);
  }

  /** What was looked for instead of words that no page has, as the first page writes it, or another that has it. */
  async #replaced(matches, query, ranked) {
    const replaced = matches.filter(({ instead }) => instead);
    return Promise.all(replaced.map(async ({ word, instead, answers }) => {
      const { places } = answers.find((answer) => answer.word === instead);
      const printed = places.filter((place) => (place & 3) !== NAME).slice(0, LOOKED_AT).map((place) => place >> 2);
      const texts = await Promise.all([ranked[0].first, ...printed].map((number) => this.#text(number)));
      return { from: asTyped(word, query), to: asTyped(instead, texts.join(" ")) };
    }));
  }

  async #text(number) {
    const { page, section } = await this.#section(number);
    return [page.title, section.heading, section.text].join(" ");
  }

  async #section(number) {
    const { packs } = this.start;
    const pack = packs.findLastIndex((first) => first <= number);
    const { page, sections } = await this.#store.texts(pack);
    return { page, section: sections[number - packs[pack]] };
  }

  async #card({ page, sections, first }, hits) {
    const [, , begin] = this.start.pages[page];
    const places = sections.length || first === begin ? sections.slice(0, FACTS) : [first];
    const facts = await Promise.all(places.map((number) => this.#section(number)));
    const opening = await this.#section(begin);
    const { title, trail, date, lang = "", url } = opening.page;
    return {
      title,
      url: this.#url(url, ""),
      trail,
      date,
      lang,
      pieces: excerpt(opening.section.text, hits),
      facts: facts.map(({ section }) => ({
        heading: section.heading,
        url: this.#url(url, section.anchor),
        date: section.date,
        pieces: excerpt(section.text, hits),
      })),
    };
  }

  /** The address of a place in the site. It begins with the way to the site's root, so that it leads nowhere else. */
  #url(path, anchor) {
    const url = new URL(this.start.root + path, this.#address);
    url.hash = anchor;
    return url.href;
  }
}

/** A folded word as it is written in a text. */
function asTyped(word, text) {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([written]) => written).find((written) => fold(written) === word) ?? word;
}

function counted(values) {
  const counts = new Map();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
