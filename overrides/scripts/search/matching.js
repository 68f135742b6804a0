/**
 * A word of the query goes in; the words of the index that answer it, each with how well it does, come out.
 *
 * The ways are tried in this order, and the first that finds anything ends the search: forms of the word and words of
 * the same meaning; words that begin so; a name with one slip of the finger; words that share a long beginning; any
 * word with one slip.
 */

import { formsOf } from "./inflection.js";

/** How much a word that was found is worth beside the word itself. */
const WORTH = { exact: 1, form: 0.9, same: 0.7, beginning: 0.6, slip: 0.5, alike: 0.4 };

const SHORTEST_BEGINNING = 3;
const SHORTEST_SLIP = 4;
/** Among all words, short ones are like each other by chance: "mapa" is not "maja". */
const SHORTEST_SLIP_ANYWHERE = 5;
/** Letters in common, and which part of the longer word they make up, for two words to share a beginning. */
const ALIKE = { letters: 5, part: 0.6 };
/** A language without a table of endings has but this rule for its endings. */
const ALIKE_WITHOUT_TABLE = { letters: 3, part: 0.6 };

/**
 * @typedef {{ word: string, worth: number, places: number[] }} Answer
 * @typedef {{ word: string, answers: Answer[], instead: string | null }} Match `instead` is the word that was looked
 *   for in place of one that no page has
 */

/**
 * @param {string} word
 * @param {import("./store.js").Store} store
 * @param {import("./inflection.js").Inflection} inflection
 * @returns {Promise<Match>}
 */
export async function matchWord(word, store, inflection) {
  const shard = store.shardOf(word);
  const near = shard === undefined ? new Map() : await store.words(shard);
  const ways = [
    () => known(word, store, inflection),
    () => beginnings(word, near),
    () => slips(word, store, inflection),
    () => alike(word, near, inflection.longest ? ALIKE : ALIKE_WITHOUT_TABLE),
    () => slipsAnywhere(word, near),
  ];
  for (const way of ways) {
    const { answers, instead = null } = await way();
    if (answers.length) {
      return { word, answers, instead };
    }
  }
  return { word, answers: [], instead: null };
}

/** The word, its forms and what means the same. */
async function known(word, store, inflection) {
  const worth = worthOfForms(word, store.start.same, inflection);
  const answers = await lookUp(worth, store);
  const isOwn = answers.some((answer) => answer.worth > WORTH.same);
  return { answers, instead: isOwn ? null : best(answers) };
}

/** Every form that may stand for a word, with its worth. */
function worthOfForms(word, groups, inflection) {
  const forms = formsOf(word, inflection);
  const worth = new Map();
  for (const group of groups) {
    if (group.some((member) => forms.has(member))) {
      for (const form of group.flatMap((member) => [...formsOf(member, inflection)])) {
        worth.set(form, WORTH.same);
      }
    }
  }
  for (const form of forms) {
    worth.set(form, WORTH.form);
  }
  return worth.set(word, WORTH.exact);
}

/** Those of the words that the index has. */
async function lookUp(worth, store) {
  const shards = new Map();
  for (const word of worth.keys()) {
    const shard = store.shardOf(word);
    if (!shards.has(shard)) {
      shards.set(shard, []);
    }
    shards.get(shard).push(word);
  }
  shards.delete(undefined);
  const found = await Promise.all([...shards].map(async ([shard, words]) => {
    const there = await store.words(shard);
    return words.filter((word) => there.has(word)).map((word) => ({ word, worth: worth.get(word), places: there.get(word) }));
  }));
  return found.flat();
}

function beginnings(word, near) {
  if (word.length < SHORTEST_BEGINNING) {
    return { answers: [] };
  }
  return { answers: pick(near, (other) => (other.startsWith(word) ? (WORTH.beginning * word.length) / other.length : 0)) };
}

/** Names of the register that were mistyped, in all their forms. */
async function slips(word, store, inflection) {
  const names = store.start.names.filter((name) => isSlip(word, name));
  const worth = new Map();
  for (const name of names) {
    for (const form of worthOfForms(name, store.start.same, inflection).keys()) {
      worth.set(form, WORTH.slip / (form === name ? 1 : 2));
    }
  }
  const answers = await lookUp(worth, store);
  return { answers, instead: best(answers) };
}

function alike(word, near, { letters, part }) {
  const answers = pick(near, (other) => {
    const common = commonBeginning(word, other);
    const share = common / Math.max(word.length, other.length);
    return common >= letters && share >= part ? WORTH.alike * share : 0;
  });
  return { answers, instead: best(answers) };
}

function slipsAnywhere(word, near) {
  const isLong = (other) => Math.min(word.length, other.length) >= SHORTEST_SLIP_ANYWHERE;
  const answers = pick(near, (other) => (isLong(other) && isSlip(word, other) ? WORTH.alike : 0));
  return { answers, instead: best(answers) };
}

function pick(near, worthOf) {
  return [...near].map(([word, places]) => ({ word, worth: worthOf(word), places })).filter((answer) => answer.worth > 0);
}

/** Of the worthiest words the one that stands in most places. */
function best(answers) {
  const worthiest = Math.max(...answers.map((answer) => answer.worth));
  const first = answers.filter((answer) => answer.worth === worthiest).sort((a, b) => b.places.length - a.places.length);
  return first[0]?.word ?? null;
}

function commonBeginning(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) {
    length += 1;
  }
  return length;
}

/**
 * Whether two words differ by one slip of the finger: a letter too many, too few, another one, or two that changed
 * places. Of words with three letters only the last counts, and numbers have no slips.
 *
 * @param {string} one
 * @param {string} other
 * @returns {boolean}
 */
export function isSlip(one, other) {
  if (one === other || /\p{N}/u.test(one + other) || Math.abs(one.length - other.length) > 1) {
    return false;
  }
  const begin = commonBeginning(one, other);
  const tail = (word, from) => word.slice(begin + from);
  const isSwapped = one.length === other.length && one[begin] === other[begin + 1] && one[begin + 1] === other[begin] &&
    tail(one, 2) === tail(other, 2);
  if (Math.min(one.length, other.length) < SHORTEST_SLIP) {
    return isSwapped && one.length === SHORTEST_SLIP - 1;
  }
  return isSwapped || tail(one, 1) === tail(other, 1) || tail(one, 0) === tail(other, 1) || tail(one, 1) === tail(other, 0);
}
