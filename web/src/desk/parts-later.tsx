import { afterFirstRows } from '../ui/first-rows.js';

const parts = (): Promise<typeof import('./desk-parts.js')> => import('./desk-parts.js');

export const BatchDialog = afterFirstRows(async () => ({ default: (await parts()).BatchDialog }), null);
export const Case = afterFirstRows(async () => ({ default: (await parts()).Case }));
export const InboxFilters = afterFirstRows(
  async () => ({ default: (await parts()).InboxFilters }),
  <div className="desk-filters desk-filters-awaited" aria-busy="true" />,
);
export const NothingHere = afterFirstRows(
  async () => ({ default: (await parts()).NothingHere }),
  <div className="rows" aria-busy="true" />,
);
export const OpenRound = afterFirstRows(async () => {
  const [{ themed }, { default: Form }] = await Promise.all([
    import('../ui/themed.js'),
    import('../workflows/stocktake/open-round.js'),
  ]);
  return { default: themed(Form) };
});
export const ShortcutHelp = afterFirstRows(async () => ({ default: (await parts()).ShortcutHelp }), null);
