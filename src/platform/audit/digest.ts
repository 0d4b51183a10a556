import { getHashes, hash } from 'node:crypto';

const ALGORITHM = 'sm3';

/** SM3 of a text, in hexadecimal. */
export function sm3(text: string): string {
  return hash(ALGORITHM, text, 'hex');
}

/** Ends the start on a build of node that cannot keep the audit. */
export function requireSm3(): void {
  if (!getHashes().includes(ALGORITHM)) throw new Error(`this build of node lacks ${ALGORITHM}: no audit can be kept`);
}

/** SM3 over a value's JSON with keys in order: equal values have equal digests, whoever put them together. */
export function digestOf(value: unknown): Buffer {
  return Buffer.from(sm3(JSON.stringify(value, inKeyOrder) ?? ''), 'hex');
}

function inKeyOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
