import { z } from 'zod';

/** Which part of a list is asked for. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50).meta({ description: 'rows on the page' }),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0).meta({ description: 'rows before the page' }),
});

export const day = z.iso.date({ abort: true }).meta({ description: 'YYYY-MM-DD', example: '2026-06-30' });
/** A day that a ledger can be drawn up for; forecasts and past quarters must still be days of a calendar. */
export const asOf = day
  .refine((value) => value >= '1950-01-01' && value <= '2199-12-31', {
    error: '日期应在 1950-01-01 至 2199-12-31 之间',
  })
  .optional()
  .meta({ description: 'day of reference; today when absent', example: '2026-06-30' });

export const code = z.string().trim().min(1).max(100);

/** A list's answer: the rows of the page, and how many there are in all. */
export const pageOf = <Item extends z.ZodType>(
  item: Item,
): z.ZodObject<{ items: z.ZodArray<Item>; total: z.ZodNumber; limit: z.ZodNumber; offset: z.ZodNumber }> =>
  z.object({ items: z.array(item), total: z.number(), limit: z.number(), offset: z.number() });

export interface Page<Item> {
  items: Item[];
  total: number;
  limit: number;
  offset: number;
}
