import { readFileSync } from 'node:fs';
import { z } from 'zod';

const item = z.strictObject({
  label: z.string().min(1),
  /** Column of our roster that holds the same; absent where we keep no such thing. */
  column: z.string().optional(),
  /** Words of a code list; a value beyond it is not understood. */
  codes: z.record(z.string(), z.string()).optional(),
});

const mapping = z.strictObject({
  source: z.string().min(1),
  sets: z.record(
    z.string().regex(/^[AB]\d{2}$/u),
    z.strictObject({ label: z.string().min(1), items: z.record(z.string().regex(/^[AB]\d{4}[A-Z]?$/u), item) }),
  ),
});

export type NationalItem = z.infer<typeof item>;

/**
 * The items of the national information sets that we can take in, by code. A file in the repository, so that a city whose
 * source system differs changes data and no code.
 *
 * @source handbook §3.4
 */
export function loadNationalCodes(text = readFileSync(FILE, 'utf8')): ReadonlyMap<string, NationalItem> {
  const { sets } = mapping.parse(JSON.parse(text));
  const items = new Map<string, NationalItem>();
  for (const { items: own } of Object.values(sets)) {
    for (const [code, given] of Object.entries(own)) {
      if (items.has(code)) throw new Error(`national codes: ${code} stands in two sets`);
      items.set(code, given);
    }
  }
  return items;
}

const FILE = new URL('./assets/national-codes.json', import.meta.url);

/** @returns the word of a code, or null when the list does not have it; items without a list mean what they say */
export function wordOf({ codes }: NationalItem, value: string): string | null {
  return codes === undefined ? value : (codes[value] ?? null);
}
