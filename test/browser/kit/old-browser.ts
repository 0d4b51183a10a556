import type { Page } from 'playwright-core';

/**
 * What Chrome 90, the oldest browser met in the field (handbook §4.4), lacks and later ones have. Named by where it hangs; what is
 * syntax is lowered by the build instead.
 */
const LACKING: Readonly<Record<string, readonly string[]>> = {
  globalThis: ['structuredClone', 'reportError', 'scheduler', 'Iterator', 'URLPattern', 'Sanitizer', 'EditContext'],
  'Array.prototype': ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'],
  'Object.getPrototypeOf(Uint8Array.prototype)': ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with'],
  'String.prototype': ['at', 'isWellFormed', 'toWellFormed'],
  'Set.prototype': ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf'],
  'Object.getPrototypeOf(Object.getPrototypeOf([].values()))': ['map', 'filter', 'take', 'drop', 'toArray', 'forEach'],
  Array: ['fromAsync'],
  Object: ['hasOwn', 'groupBy'],
  Map: ['groupBy'],
  Promise: ['withResolvers', 'try'],
  AbortSignal: ['abort', 'timeout', 'any'],
  'AbortSignal.prototype': ['throwIfAborted', 'reason'],
  URL: ['canParse', 'parse'],
  Intl: ['supportedValuesOf', 'DurationFormat'],
  'Crypto.prototype': ['randomUUID'],
  'Document.prototype': ['startViewTransition'],
  'Element.prototype': ['checkVisibility', 'setHTML', 'moveBefore'],
  'HTMLElement.prototype': ['inert', 'showPopover', 'hidePopover', 'togglePopover'],
  'HTMLInputElement.prototype': ['showPicker'],
  'Navigator.prototype': ['userAgentData', 'managed'],
};

/** From the next page on, this browser offers no more than the oldest one; its styles stay its own. */
export function makeOld(page: Page): Promise<unknown> {
  const removals = Object.entries(LACKING).flatMap(([owner, names]) =>
    names.map((name) => `delete ${owner}[${JSON.stringify(name)}];`),
  );
  return page.addInitScript(removals.join('\n'));
}
