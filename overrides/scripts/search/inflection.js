/**
 * The table of a language's endings goes in; for a word of the query every form that it may have comes out.
 *
 * The table and its notation: hooks/opencity/language/inflections/pl.yml. Nothing is known of the words themselves: a
 * paradigm is tried on every word that has one of its endings, and forms that no page has are found nowhere.
 */

import { fold } from "./fold.js";

const COMMON = 3;
/** Words that are so short need fewer letters in common. */
const SHORT = 4;

/**
 * An ending with all that it can be exchanged for.
 *
 * @typedef {{ prefix: string, ending: string }} Ending
 * @typedef {{ endings: Ending[], common: number }} Paradigm
 * @typedef {{ paradigms: Map<string, Paradigm[]>, prefixes: Set<string>, longest: number,
 *   irregular: Map<string, Set<string>> }} Inflection
 */

/**
 * @param {{ endings: object, paradigms: [string, string, number][], irregular: string[] } | null} table
 * @returns {Inflection}
 */
export function compile(table) {
  const found = { paradigms: new Map(), prefixes: new Set([""]), longest: 0, irregular: new Map() };
  const lists = new Map(Object.entries(table?.endings ?? {}).map(([name, text]) => [name, text.split(" ")]));
  for (const [changes, endings, common] of table?.paradigms ?? []) {
    const written = endings.split(" ").flatMap((ending) => expanded(ending, lists));
    for (const change of changes.split(" ")) {
      add({ endings: distinct(written.map((ending) => read(ending, change))), common }, found);
    }
  }
  for (const group of table?.irregular ?? []) {
    const written = group.split(" ").flatMap((form) => expanded(form, lists));
    const forms = written.map((form) => read(form, "")).flatMap(({ prefix, ending }) => [ending, prefix + ending]);
    for (const form of forms) {
      found.irregular.set(form, new Set([...(found.irregular.get(form) ?? []), ...forms]));
    }
  }
  return found;
}

/** `sz<adj>`: what stands before, with every ending of the list. */
function expanded(ending, lists) {
  const [, before, name] = /^([^<]*)<([^>]+)>$/.exec(ending) ?? [];
  return name ? lists.get(name).map((each) => before + (each === "-" ? "" : each)) : [ending === "-" ? "" : ending];
}

/** `(naj)2szy` with the change `n:ń`: the prefix `naj`, the ending `nszy`, both folded. */
function read(written, change) {
  const [, prefix = "", rest] = /^(?:\((.*)\))?(.*)$/.exec(written);
  const consonants = change.split(":");
  const ending = rest.replace(/\d/g, (digit) => consonants[Math.min(digit, consonants.length) - 1]);
  return { prefix: fold(prefix), ending: fold(ending) };
}

function distinct(endings) {
  return [...new Map(endings.map((each) => [`${each.prefix}-${each.ending}`, each])).values()];
}

function add(paradigm, found) {
  for (const { prefix, ending } of paradigm.endings) {
    const alike = found.paradigms.get(ending) ?? [];
    if (!alike.includes(paradigm)) {
      alike.push(paradigm);
    }
    found.paradigms.set(ending, alike);
    found.prefixes.add(prefix);
    found.longest = Math.max(found.longest, ending.length);
  }
}

/**
 * All forms that a folded word may have, itself among them.
 *
 * @param {string} word
 * @param {Inflection} inflection
 * @returns {Set<string>}
 */
export function formsOf(word, inflection) {
  const forms = new Set([word, ...(inflection.irregular.get(word) ?? [])]);
  if (/\p{N}/u.test(word)) {
    return forms;
  }
  for (const prefix of inflection.prefixes) {
    if (word.startsWith(prefix)) {
      exchange(word.slice(prefix.length), prefix, inflection, forms);
    }
  }
  return forms;
}

function exchange(word, prefix, inflection, forms) {
  for (let length = 0; length <= Math.min(inflection.longest, word.length - 1); length += 1) {
    const stem = word.slice(0, word.length - length);
    const ending = word.slice(stem.length);
    for (const paradigm of inflection.paradigms.get(ending) ?? []) {
      if (prefix && !paradigm.endings.some((each) => each.ending === ending && each.prefix === prefix)) {
        continue;
      }
      for (const other of paradigm.endings) {
        if (isAlike(word, stem + other.ending, stem.length, paradigm.common)) {
          forms.add(stem + other.ending);
          forms.add(other.prefix + stem + other.ending);
        }
      }
    }
  }
}

/** Whether two forms begin alike for long enough to be of one word; `sure` letters are known to be the same. */
function isAlike(word, other, sure, common) {
  const shortest = Math.min(word.length, other.length);
  const wanted = common || (shortest <= SHORT ? COMMON - 1 : COMMON);
  let same = sure;
  while (same < shortest && word[same] === other[same]) {
    same += 1;
  }
  return same >= wanted;
}
