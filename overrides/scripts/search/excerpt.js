/**
 * A text and the words that were found go in; the part of the text that has most of them comes out, in pieces.
 */

import { fold } from "./fold.js";

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const LENGTH = 200;
/** How much is shown before the first word that was found, where its sentence does not begin near. */
const BEFORE = 60;
/** Behind the end of a sentence, or between the items of a list. */
const BEGINNING = /[.!?…]\s+(?=[„“‘]?\p{Lu})|\s·\s/gu;
const ELLIPSIS = "…";

/**
 * @param {string} text
 * @param {Set<string>} hits words as the index has them
 * @param {number} [length] how long the part may be, in signs
 * @returns {{ text: string, hit: boolean }[]}
 */
export function excerpt(text, hits, length = LENGTH) {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word: fold(word), from: index, to: index + word.length }));
  const found = words.filter(({ word }) => hits.has(word));
  const [from, to] = text.length <= length ? [0, text.length] : part(text, words, found, length);
  const pieces = [];
  const say = (part, hit) => part && pieces.push({ text: part, hit });
  let at = from;
  say(from > 0 ? ELLIPSIS : "", false);
  for (const word of found.filter((each) => each.from >= from && each.to <= to)) {
    say(text.slice(at, word.from), false);
    say(text.slice(word.from, word.to), true);
    at = word.to;
  }
  say(text.slice(at, to) + (to < text.length ? ELLIPSIS : ""), false);
  return pieces;
}

/** Where the part begins and ends: it never cuts a word that would fit. */
function part(text, words, found, length) {
  const centre = richest(found, length - BEFORE);
  const from = centre ? beginning(text, words, centre.from, lastNear(centre, found, length - BEFORE).to - length) : 0;
  const last = words.filter((word) => word.from >= from && word.to <= from + length).at(-1);
  return [from, Math.min(text.length, last ? last.to : from + length)];
}

/** The word from which on most different words were found. */
function richest(found, length) {
  const all = new Set(found.map(({ word }) => word)).size;
  let best = { count: 0, word: undefined };
  for (let at = 0; at < found.length && best.count < all; at += 1) {
    const near = new Set();
    for (let next = at; next < found.length && found[next].to <= found[at].from + length; next += 1) {
      near.add(found[next].word);
    }
    best = near.size > best.count ? { count: near.size, word: found[at] } : best;
  }
  return best.word;
}

/** The last word that was found near another one. */
function lastNear(word, found, length) {
  return found.filter((other) => other.to <= word.from + length).at(-1) ?? word;
}

/** The sentence or item that a word stands in, if it begins after the earliest place; else some words before it. */
function beginning(text, words, at, earliest) {
  if (at <= BEFORE) {
    return 0;
  }
  const from = Math.max(0, Math.min(earliest, at));
  const begun = [...text.slice(from, at).matchAll(BEGINNING)].at(-1);
  if (begun) {
    return from + begun.index + begun[0].length;
  }
  return earliest <= 0 ? 0 : words.find((word) => word.from >= at - BEFORE).from;
}
