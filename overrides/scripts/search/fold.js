/**
 * Text as people write it goes in; words without capitals and marks, as the index knows them, come out.
 *
 * The index is folded by the same rules when the site is built (hooks/opencity/site/search/folding.py).
 */

/** Letters that Unicode does not take apart. */
const LETTERS = new Map([["ł", "l"], ["ø", "o"], ["đ", "d"], ["ß", "ss"], ["æ", "ae"], ["œ", "oe"]]);

/**
 * Small letters without marks: "ŁÓDŹ" is "lodz".
 *
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  const lower = text.toLowerCase().replace(/[łøđßæœ]/g, (letter) => LETTERS.get(letter));
  return lower.normalize("NFD").replace(/\p{M}/gu, "");
}

/**
 * The words of a text, folded: unbroken runs of letters and digits. "Bielsko-Biała" is ["bielsko", "biala"].
 *
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
