import { z } from 'zod';
import { UNIT_KINDS, type UnitKind } from '../../../machines/rules/index.js';
import { code, pageOf, pageQuery } from '../page.js';

export const unitKind = z.enum(Object.keys(UNIT_KINDS) as [UnitKind, ...UnitKind[]]);

export const unitsQuery = pageQuery.extend({
  under: code.optional().meta({ description: '单位编码: only this unit and what is below it' }),
  kind: unitKind.optional(),
  query: z.string().trim().min(1).max(50).optional().meta({ description: 'part of a name, or a code' }),
});
export type UnitsQuery = z.infer<typeof unitsQuery>;

const unitFields = {
  code: z.string(),
  name: z.string(),
  kind: unitKind,
  kindLabel: z.string(),
  parent: z.string().nullable(),
  level: z.number().int().meta({ description: '1 at the top of the tree' }),
};

export const unitRowView = z
  .object({ ...unitFields, children: z.number().int(), teams: z.number().int() })
  .meta({ id: 'UnitRow' });
export type UnitRowView = z.infer<typeof unitRowView>;

export const unitPage = pageOf(unitRowView).meta({ id: 'UnitPage' });

const named = z.object({ code: z.string(), name: z.string() });
export const unitView = z
  .object({
    ...unitFields,
    parents: z.array(named).meta({ description: 'from the top down' }),
    children: z.array(named.extend({ kind: unitKind })),
    teams: z.array(named),
  })
  .meta({ id: 'Unit' });
export type UnitView = z.infer<typeof unitView>;
