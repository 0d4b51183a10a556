import type { FieldFault } from './field-fault.js';

/** No body of this product nests half as deep; a deeper one is meant to exhaust whoever walks it. */
const DEEPEST = 32;

const NUL = String.fromCodePoint(0);
const HALF_A_CHARACTER = /\p{Surrogate}/u;

interface Part {
  value: unknown;
  path: string;
  depth: number;
}

/**
 * Looks for what no schema would notice and no table can store: a NUL character, half a character, or a body so deep that
 * reading it fails. Walks without calling itself, for the same reason.
 *
 * @param value a body, a query or a path parameter, as parsed
 * @returns the first such place; nothing for everything ordinary
 */
export function findUnstorable(value: unknown): FieldFault | undefined {
  const left: Part[] = [{ value, path: '', depth: 0 }];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    const { path, depth } = part;
    if (typeof part.value === 'string' && !isStorable(part.value))
      return { path, message: '含有无法保存的字符，请删除' };
    if (typeof part.value !== 'object' || part.value === null) continue;
    if (depth === DEEPEST) return { path, message: `嵌套过深，不能超过${DEEPEST}层` };
    for (const [key, inner] of Object.entries(part.value)) {
      if (!isStorable(key)) return { path, message: '字段名含有无法保存的字符，请删除' };
      left.push({ value: inner, path: path === '' ? key : `${path}.${key}`, depth: depth + 1 });
    }
  }
  return undefined;
}

const isStorable = (text: string): boolean => !text.includes(NUL) && !HALF_A_CHARACTER.test(text);
