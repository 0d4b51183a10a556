import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';

/*
 * Texts of the pages. The Chinese text is the key and what is shown; the English one is looked up, in `english/<room>.json`.
 * The dictionary is fetched before any module that uses this one is evaluated, so `t` may be called anywhere, also for
 * constants. Changing the language loads the page anew.
 */

export type Language = 'zh' | 'en';
type Values = Readonly<Record<string, string | number>>;

const REMEMBERED = 'qingpei:language';
const GAP = /\{(\w+)\}/g;

/** Outside a page (tests), and where storage is forbidden, the pages speak Chinese. */
function chosenLanguage(): Language {
  try {
    return globalThis.localStorage?.getItem(REMEMBERED) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

export const LANGUAGE: Language = chosenLanguage();
export const LANGUAGE_TAG = LANGUAGE === 'en' ? 'en' : 'zh-CN';

const english: Readonly<Record<string, string>> = LANGUAGE === 'en' ? (await import('./english/index.js')).ENGLISH : {};

/** @param language what to speak from now on; the page is loaded anew, and whoever holds unsaved work is asked first */
export function speak(language: Language): void {
  globalThis.localStorage.setItem(REMEMBERED, language);
  window.location.reload();
}

/**
 * One text in the language of the page. What the server says (sentences of the law, names, states) stays as it says it.
 *
 * @param text Chinese, written out where it is used, with gaps like `{n}`
 * @param values what stands in the gaps
 */
export function t(text: string, values: Values = {}): string {
  return (english[text] ?? text).replace(GAP, (gap, name: string) => String(values[name] ?? gap));
}

/** The same with elements in the gaps: a number in bold, a link. */
export function rich(text: string, parts: Readonly<Record<string, ReactNode>>): ReactElement {
  // Every second piece is the name of a gap.
  const pieces = (english[text] ?? text)
    .split(GAP)
    .map((piece, at): ReactNode => (at % 2 === 1 ? (parts[piece] ?? `{${piece}}`) : piece));
  return createElement(Fragment, null, ...pieces);
}
