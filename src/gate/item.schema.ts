import { z } from 'zod';
import { APPOINTMENT_MODES, type AppointmentMode, ITEM_KINDS, type ItemKind } from '../../machines/rules/index.js';

const names = <Name extends string>(words: Readonly<Record<Name, unknown>>): [Name, ...Name[]] =>
  Object.keys(words) as [Name, ...Name[]];

/** A code of the city workbook: of a unit, team, post or cadre. */
export const codeText = z.string().trim().min(1).max(64);

/** A calendar day that exists and that somebody now at work can mean, `YYYY-MM-DD`. */
export const dayText = z.iso
  .date({ abort: true })
  .refine((day) => day >= '1950-01-01' && day <= '2199-12-31', { error: '日期应在 1950-01-01 至 2199-12-31 之间' })
  .meta({ description: '日期，YYYY-MM-DD', example: '2026-09-30' });

/** How many items one proposal may hold: far above any real batch, far below what a page could not show. */
export const MAX_ITEMS = 200;

/** One person and one change of post, as a caller sends it (contract §2). */
export const itemSchema = z
  .strictObject({
    cadre: codeText.meta({ description: '干部编号' }),
    appointTo: codeText.nullish().meta({ description: '拟任职位编码' }),
    removeFrom: codeText.nullish().meta({ description: '拟免职位编码' }),
    kind: z.enum(names<ItemKind>(ITEM_KINDS)).meta({ description: '调整事由' }),
    mode: z.enum(names<AppointmentMode>(APPOINTMENT_MODES)).optional().meta({ description: '任职方式，缺省为任职' }),
    occupiesHeadcount: z.boolean().optional().meta({ description: '是否占职数，缺省为是，挂职为否' }),
    note: z.string().trim().max(500).optional().meta({ description: '备注' }),
  })
  .refine(({ appointTo, removeFrom }) => Boolean(appointTo ?? removeFrom), {
    message: '至少填写拟任职位或拟免职位之一',
    path: ['appointTo'],
  });

export const itemsSchema = z.array(itemSchema).max(MAX_ITEMS).meta({ description: '拟任免事项' });
