/**
 * The address of an index goes in; questions are answered with pages, pages with what a reader sees of them.
 *
 * This is the only door to the search: what is drawn on the page knows nothing of the other modules.
 */

import { excerpt } from "./excerpt.js";
import { fold } from "./fold.js";
import { compile } from "./inflection.js";
import { matchWord } from "./matching.js";
import { narrow } from "./narrowing.js";
import { readQuery } from "./query.js";
import { NAME, rank } from "./ranking.js";
import { openStore, SearchProblem } from "./store.js";

/** Facts that one result shows. */
const FACTS = 3;
/** Places that are looked at for how a word is written; at some of them only its meaning stands. */
const LOOKED_AT = 5;

/**
 * @typedef {{ query: string, only: object, build: string, count: number, pages: import("./ranking.js").Ranked[],
 *   hits: Set<string>, unknown: string[], replaced: { from: string, to: string }[], isPartial: boolean,
 *   kinds: Map<string, number>, networks: Map<string, number> }} Found `unknown`: words that nothing was found for; `isPartial`: no page has all
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
  return new Search(folder, await indexIn(folder));
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
  #index;

  constructor(address, index) {
    this.#address = address;
    this.#index = index;
  }

  /** The start file. */
  get start() {
    return this.#index.store.start;
  }

  /** The interface words. */
  get words() {
    return this.start.words;
  }

  /**
   * @param {string} query
   * @param {{ network?: string, kind?: string }} [only] narrows the answer to what is about a network, or to a kind of page
   * @returns {Promise<Found>}
   */
  async find(query, only = {}) {
    return this.#afresh((index) => find(query, only, index));
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
    return this.#afresh(async (index) => {
      const isOld = found.build !== index.store.start.build;
      const { pages, hits } = isOld ? await find(found.query, found.only, index) : found;
      return Promise.all(pages.slice(from, from + count).map((page) => card(page, hits, index)));
    });
  }

  /** A site that was published anew while it was read is begun anew, once. */
  async #afresh(answer) {
    try {
      return await answer(this.#index);
    } catch (error) {
      if (!(error instanceof SearchProblem) || !["changed", "missing"].includes(error.kind)) {
        throw error;
      }
    }
    this.#index = await indexIn(this.#address, "reload");
    return answer(this.#index);
  }
}

/** @typedef {{ address: URL, store: import("./store.js").Store, inflection: import("./inflection.js").Inflection }} Index */

/** @returns {Promise<Index>} all that one question needs: it is answered from one build of the site, whatever comes */
async function indexIn(address, cache) {
  const store = await openStore(address, cache);
  return { address, store, inflection: compile(store.start.inflection) };
}

async function find(query, only, index) {
  const { store, inflection } = index;
  const words = readQuery(query, store.start);
  const matches = await Promise.all(words.map((word) => matchWord(word, store, inflection)));
  const { ranked, words: most } = rank(matches, store.start);
  const { pages, kinds, networks } = narrow(ranked, { network: "", kind: "", ...only }, store);
  return {
    query,
    only,
    build: store.start.build,
    count: pages.length,
    pages,
    hits: new Set(matches.flatMap(({ answers }) => answers.map(({ word }) => word))),
    unknown: matches.filter(({ answers }) => !answers.length).map(({ word }) => asTyped(word, query)),
    replaced: await replaced(matches, query, ranked, store),
    isPartial: most > 0 && most < words.length,
    kinds,
    networks,
  };
}

/** What was looked for instead of words that no page has, as the first page writes it, or another that has it. */
async function replaced(matches, query, ranked, store) {
  const others = matches.filter(({ instead }) => instead);
  return Promise.all(others.map(async ({ word, instead, answers }) => {
    const { places } = answers.find((answer) => answer.word === instead);
    const printed = places.filter((place) => (place & 3) !== NAME).slice(0, LOOKED_AT).map((place) => place >> 2);
    const texts = await Promise.all([ranked[0].first, ...printed].map((number) => textOf(number, store)));
    return { from: asTyped(word, query), to: asTyped(instead, texts.join(" ")) };
  }));
}

async function textOf(number, store) {
  const { page, section } = await sectionOf(number, store);
  return [page.title, section.heading, section.text].join(" ");
}

async function sectionOf(number, store) {
  const { packs } = store.start;
  const pack = packs.findLastIndex((first) => first <= number);
  const { page, sections } = await store.texts(pack);
  return { page, section: sections[number - packs[pack]] };
}

async function card({ page, sections, first }, hits, { address, store }) {
  const begin = store.begin(page);
  const places = sections.length || first === begin ? sections.slice(0, FACTS) : [first];
  const facts = await Promise.all(places.map((number) => sectionOf(number, store)));
  const opening = await sectionOf(begin, store);
  const { title, trail, date, lang = "", url } = opening.page;
  // an address begins with the way to the site's root, so that it leads nowhere else
  const place = (anchor) => Object.assign(new URL(store.start.root + url, address), { hash: anchor }).href;
  return {
    title,
    url: place(""),
    trail,
    date,
    lang,
    pieces: excerpt(opening.section.text, hits),
    facts: facts.map(({ section }) => ({
      heading: section.heading,
      url: place(section.anchor),
      date: section.date,
      pieces: excerpt(section.text, hits),
    })),
  };
}

/** A folded word as it is written in a text. */
function asTyped(word, text) {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([written]) => written).find((written) => fold(written) === word) ?? word;
}
