import { afterFirstRows } from '../ui/first-rows.js';

const parts = (): Promise<typeof import('./desk-parts.js')> => import('./desk-parts.js');

export const BatchDialog = afterFirstRows(async () => ({ default: (await parts()).BatchDialog }));
export const Case = afterFirstRows(async () => ({ default: (await parts()).Case }));
export const InboxFilters = afterFirstRows(async () => ({ default: (await parts()).InboxFilters }));
export const NothingHere = afterFirstRows(async () => ({ default: (await parts()).NothingHere }));
export const ShortcutHelp = afterFirstRows(async () => ({ default: (await parts()).ShortcutHelp }));
export const OpenRound = afterFirstRows(async () => {
  const [{ themed }, { default: Form }] = await Promise.all([
    import('../ui/themed.js'),
    import('../workflows/stocktake/open-round.js'),
  ]);
  return { default: themed(Form) };
});
