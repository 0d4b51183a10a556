import { ITEM_KINDS, type AppointmentMode, type ItemKind } from './vocabulary.js';

/** One person and one change of post, by the codes of the workbook; what is left out takes its ordinary value. */
export type ItemCodes = {
  cadre: string;
  appointTo?: string | null;
  removeFrom?: string | null;
  kind: ItemKind;
  /** Default `regular`. */
  mode?: AppointmentMode;
  /** Default true, except for secondees. */
  occupiesHeadcount?: boolean;
};

/** The same with nothing left to defaults: as a case keeps it. */
export type FullItem = Required<ItemCodes>;

/**
 * Fills in what an item leaves out: a regular appointment, which occupies headcount unless it is a secondment.
 *
 * @param item as a person writes it
 * @returns the item as it is kept and compared
 * @source contract §1 (任职: 占职数, 任职方式)
 */
export function completeItem(item: ItemCodes): FullItem {
  const { cadre, appointTo = null, removeFrom = null, kind, mode = 'regular' } = item;
  const occupiesHeadcount = item.occupiesHeadcount ?? mode !== 'secondment';
  return { cadre, appointTo, removeFrom, kind, mode, occupiesHeadcount };
}

/**
 * Whether the selection procedure applies to an item: it gives somebody a post, and nobody above has decided so already.
 * A secondment 挂职 gives none.
 *
 * @source handbook §1.3, §2.5 (exempt reasons)
 */
export function isAppointed<I extends Pick<FullItem, 'appointTo' | 'kind' | 'mode'>>(
  item: I,
): item is I & { appointTo: string } {
  return item.appointTo !== null && item.mode !== 'secondment' && !ITEM_KINDS[item.kind].exempt;
}
