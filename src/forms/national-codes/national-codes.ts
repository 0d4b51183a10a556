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
/** Items by code. */
export type NationalCodes = ReadonlyMap<string, NationalItem>;

/**
 * The items of the national information sets that we can take in, by code. A file beside the code, and a
 * city whose source system differs names one of its own (`NATIONAL_CODES`): data, and no code.
 *
 * @throws when the text is not what it must be: what and where
 *
 * @source handbook §3.4
 */
export function loadNationalCodes(text = readFileSync(FILE, 'utf8')): NationalCodes {
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

/** The city's own mapping, or the product's. @throws naming the setting, so that the product does not start with it */
export function nationalCodesOf(path: string | undefined): NationalCodes {
  if (path === undefined) return loadNationalCodes();
  try {
    return loadNationalCodes(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`NATIONAL_CODES：${path} 不能使用：${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

const FILE = new URL('./assets/national-codes.json', import.meta.url);

/** @returns the word of a code, or null when the list does not have it; items without a list mean what they say */
export function wordOf({ codes }: NationalItem, value: string): string | null {
  return codes === undefined ? value : (codes[value] ?? null);
}
