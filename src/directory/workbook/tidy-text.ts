/** Full-width digits and letters; punctuation stays as it is, for `（` belongs in the name of a unit. */
const WIDE_LETTER_OR_DIGIT = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;
const WIDE_SHIFT = 0xfee0;

/** A text as people meant it: half-width digits and letters, single blanks, none at the ends. */
export function tidyText(text: string): string {
  return text
    .replace(WIDE_LETTER_OR_DIGIT, (char) => String.fromCharCode(char.charCodeAt(0) - WIDE_SHIFT))
    .replaceAll(/[\s\u200B\uFEFF\p{Cc}]+/gu, ' ')
    .trim();
}

/** Codes, months, numbers: everything half-width, no blanks at all. */
export function compactText(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u200B\uFEFF\p{Cc}]+/gu, '');
}

/** A header as people decorate it: `姓名 ★`, `姓名*`. */
export function headerText(text: string): string {
  return compactText(text).replace(/[★*]+$/, '');
}
