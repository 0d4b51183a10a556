import { z } from 'zod';

export const SUCCESSION_KINDS = ['merged', 'split', 'renamed'] as const;

const code = z.string().min(1).max(64);

export const unitCode = code.meta({ description: '原单位编码' });

export const successionBody = z.strictObject({
  heir: code.meta({ description: '承接单位编码；分设的，写承接原单位历史的一个单位' }),
  kind: z.enum(SUCCESSION_KINDS).meta({ description: 'merged 合并，split 分设，renamed 更名' }),
  day: z.iso.date().meta({ description: '自哪天起' }),
});
export type SuccessionBody = z.infer<typeof successionBody>;

const unit = z.object({ code: z.string(), name: z.string() });
export const successionView = z
  .object({ predecessor: unit, heir: unit, kind: z.enum(SUCCESSION_KINDS), day: z.iso.date() })
  .meta({ id: 'UnitSuccession' });
export type SuccessionView = z.infer<typeof successionView>;
