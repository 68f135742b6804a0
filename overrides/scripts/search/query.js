/**
 * What a reader typed goes in; the words to look for come out.
 */

import { wordsOf } from "./fold.js";

/** More than a reader ever types: a pasted page is not searched to its end. */
const LONGEST = 1000;
const MOST = 16;

const DATES = [/\b(?<day>\d{1,2})[./](?<month>\d{1,2})[./](?<year>\d{4})\b/g, /\b(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)\b/g];

/**
 * The words of a query, folded, each once. Words that say nothing are left out, unless there are no others. A date in
 * numbers is looked for as the pages print it: "18.12.2020" is 18, grudnia, 2020.
 *
 * @param {string} query
 * @param {{ locale: string, stop: string[] }} start
 * @returns {string[]}
 */
export function readQuery(query, { locale, stop }) {
  const text = DATES.reduce((said, date) => said.replace(date, (...match) => inWords(match, locale)), query.slice(0, LONGEST));
  const words = [...new Set(wordsOf(text))];
  const silent = new Set(stop);
  const telling = words.filter((word) => !silent.has(word));
  return (telling.length ? telling : words).slice(0, MOST);
}

function inWords(match, locale) {
  const { day, month, year } = match.at(-1);
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal ? date.toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" }) : match[0];
}
