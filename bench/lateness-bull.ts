import { openQueueStore, type QueueStoreSettings } from '../src/platform/queue/index.js';
import type { Lateness } from './lateness.js';
import type { LatenessScale } from './scale.js';

interface BullShape extends LatenessScale {
  name: string;
  store: QueueStoreSettings;
}

const MONTH_MS = 30 * 86_400_000;
const AT_ONCE = 1_000;

/** The same by delayed jobs of the queue library alone, one job a deadline, each doing nothing. */
export async function bullAlone({ name, store, due, jobs, spreadMs, aheadMs }: BullShape): Promise<Lateness> {
  const opened = await openQueueStore(store, () => undefined);
  const queue = opened.queue(`lateness-${spreadMs}`);
  await addAll(jobs, () => MONTH_MS);
  // Laying them down takes its time: those that fall due are laid for a moment after all of it.
  const rate = await timed(() => addAll(Math.min(due, AT_ONCE), () => MONTH_MS));
  const from = Date.now() + aheadMs / 2 + (rate * due) / Math.min(due, AT_ONCE);
  let laid = 0;
  await addAll(due, () => from + (laid++ * spreadMs) / due - Date.now());
  const latenessMs: number[] = [];
  const ended = new Promise<void>((resolve) => {
    let done = 0;
    const worker = opened.worker(`lateness-${spreadMs}`, () => {
      latenessMs.push(Date.now() - from - (done * spreadMs) / due);
      done += 1;
      if (done === due) setImmediate(() => void worker.close().then(() => resolve()));
      return Promise.resolve();
    });
  });
  await ended;
  await queue.close();
  await opened.close();
  return { name, latenessMs };

  async function addAll(count: number, delayOf: () => number): Promise<void> {
    for (let left = count; left > 0; left -= AT_ONCE) {
      const jobs = Array.from({ length: Math.min(left, AT_ONCE) }, () => ({
        name: 'remind',
        data: {},
        opts: { delay: Math.max(0, Math.round(delayOf())), removeOnComplete: true },
      }));
      await queue.addBulk(jobs);
    }
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
