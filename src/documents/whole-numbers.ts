import type { IRunOptions } from 'docx';

/** Digits with what belongs to them; never broken over two lines. */
const NUMBER = /(\d+(?:[.,]\d+)*%?)/u;

/**
 * Cuts a text where numbers begin and end. An office suite breaks Chinese lines between any two characters, digits included,
 * as long as the text around them is Chinese; a number that says of itself that it is not stays whole.
 *
 * @returns parts of a paragraph, in order
 */
export function inWholeNumbers(text: string): Pick<IRunOptions, 'text' | 'language'>[] {
  return text
    .split(NUMBER)
    .filter((part) => part !== '')
    .map((part) =>
      NUMBER.test(part) ? { text: part, language: { value: 'en-US', eastAsia: 'en-US' } } : { text: part },
    );
}
