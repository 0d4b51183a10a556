import { z } from 'zod';

export const MOST_VIEWS = 30;

/** What a view may narrow by: the desk's own filters, and nothing that merely happened to be open. */
const KEYS = new Set(['tab', 'kind', 'unit', 'state', 'done', 'q', 'overdue']);

const hasOwnKeysAlone = (search: string): boolean =>
  [...new URLSearchParams(search).keys()].every((key) => KEYS.has(key));

const view = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(20)
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, { error: '名称不能含控制字符' })
    .meta({ description: '名称', example: '逾期的备案' }),
  search: z
    .string()
    .max(500)
    .regex(/^[\w%.~*+=&-]*$/, { error: '应为地址中的筛选条件' })
    .refine(hasOwnKeysAlone, { error: '含有工作台没有的筛选条件' })
    .meta({ description: '工作台地址中的筛选条件', example: 'tab=todo&kind=filings&overdue=true' }),
});
export type SavedView = z.infer<typeof view>;

export const viewsBody = z
  .strictObject({
    items: z
      .array(view)
      .max(MOST_VIEWS)
      .refine((items) => new Set(items.map(({ name }) => name)).size === items.length, { error: '视图名称不能重复' }),
  })
  .meta({ id: 'SavedViews' });
export type ViewsBody = z.infer<typeof viewsBody>;
