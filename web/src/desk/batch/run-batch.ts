/** What became of one case of a batch. */
export type Outcome =
  | { status: 'waiting' }
  | { status: 'sending' }
  | { status: 'done'; label: string }
  | { status: 'refused'; error: unknown };

export interface BatchItem {
  key: string;
  commandId: string;
}

/**
 * Sends one case's step after the other; a refusal stops none of the others.
 *
 * @param items those to be sent; sent again after a failure, an item keeps its command id, so that nothing happens twice
 * @param send the ordinary call of the case; answers the label of where the case stands then
 * @param note told each change
 */
export async function runBatch<T extends BatchItem>(
  items: readonly T[],
  send: (item: T) => Promise<string>,
  note: (key: string, outcome: Outcome) => void,
): Promise<void> {
  for (const item of items) note(item.key, { status: 'waiting' });
  for (const item of items) {
    note(item.key, { status: 'sending' });
    try {
      note(item.key, { status: 'done', label: await send(item) });
    } catch (error) {
      note(item.key, { status: 'refused', error });
    }
  }
}
