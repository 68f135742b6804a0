/**
 * A text and the words that were found go in; the part of the text that has most of them comes out, in pieces.
 */

import { fold } from "./fold.js";

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const LENGTH = 200;
/** How far before the first word that was found a sentence may begin. */
const BEFORE = 60;
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
  const from = centre ? beginning(text, words, centre.from) : 0;
  const last = words.filter((word) => word.from >= from && word.to <= from + length).at(-1);
  return [from, Math.min(text.length, last ? last.to : from + length)];
}

/** The word from which on most different words were found. */
function richest(found, length) {
  let best = { count: 0, word: undefined };
  for (const word of found) {
    const near = found.filter((other) => other.from >= word.from && other.to <= word.from + length);
    const count = new Set(near.map((other) => other.word)).size;
    best = count > best.count ? { count, word } : best;
  }
  return best.word;
}

/** The sentence that a word stands in, if that begins near; else some words before it. */
function beginning(text, words, at) {
  if (at <= BEFORE) {
    return 0;
  }
  const sentences = [...text.slice(at - BEFORE, at).matchAll(/[.!?]\s+(?=\p{Lu})/gu)];
  if (sentences.length) {
    return at - BEFORE + sentences[0].index + sentences[0][0].length;
  }
  return words.find((word) => word.from >= at - BEFORE).from;
}
