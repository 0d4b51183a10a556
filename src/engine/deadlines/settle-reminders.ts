import { ladderOf, nextReminder, type Reminder, remindersOf } from '../../../machines/rules/index.js';
import type { Db, Tx } from '../../platform/index.js';
import type { Surroundings } from '../types.js';
import { type OpenDeadline, lockDeadlinesAfter, openDeadlinesOf, replaceWaiting } from './reminder.queries.js';

const BATCH = 500;

interface Settled {
  policyVersion: number;
  calendarVersion: number;
}

/**
 * Computes all waiting reminders again when the settings or the calendar have changed since it was last done, and once for
 * an installation that had none. What has been handed out stays so; what was waiting is not lost.
 *
 * @param db the database
 * @param current reads the settings in force
 * @param isWanted asked before each batch; false leaves the rest to the next sweep, which begins anew
 * @returns how many deadlines were looked at; 0 when everything was up to date
 * @source handbook §4.6 ("re-derives everything from the DB")
 */
export async function settleAll(
  db: Db,
  current: (tx: Tx) => Promise<Surroundings>,
  isWanted: () => boolean,
): Promise<number> {
  const settings = await current(db);
  const { policyVersion, calendarVersion } = settings;
  const known = await settledFor(db);
  if (known?.policyVersion === policyVersion && known.calendarVersion === calendarVersion) return 0;
  let count = 0;
  for (let after = 0; ;) {
    if (!isWanted()) return count;
    const last = await db.transaction(async (tx) => {
      const ids = await lockDeadlinesAfter(tx, after, BATCH);
      await settleSome(tx, ids, settings);
      count += ids.length;
      return ids.at(-1) ?? null;
    });
    if (last === null) break;
    after = last;
  }
  await remember(db, { policyVersion, calendarVersion });
  return count;
}

/** The same for deadlines under this transaction's lock. */
export async function settleSome(tx: Tx, ids: readonly number[], settings: Surroundings): Promise<void> {
  const open = await openDeadlinesOf(tx, ids);
  await settle(tx, open, settings);
}

async function settle(tx: Tx, deadlines: readonly OpenDeadline[], settings: Surroundings): Promise<void> {
  if (deadlines.length === 0) return;
  const waiting = deadlines.map((deadline) => ({ deadlineId: deadline.id, reminder: waitingOf(deadline, settings) }));
  await replaceWaiting(tx, waiting, settings);
}

function waitingOf(deadline: OpenDeadline, { today, policy, calendar }: Surroundings): Reminder | null {
  const { workflow, name, dueDay, fired, waiting } = deadline;
  const ladder = ladderOf(policy.reminders, workflow, name);
  const armedAt = deadline.armedAt.toISOString();
  const reminders = remindersOf(calendar, policy.reminders.hours, ladder, { dueDay, armedAt });
  return nextReminder(reminders, { fired, waiting, today });
}

async function settledFor(db: Db): Promise<Settled | undefined> {
  const { rows } = await db.query<{ value: Settled }>(
    'reminders-settled',
    `SELECT value FROM app_setting WHERE key = 'reminders'`,
  );
  return rows[0]?.value;
}

async function remember(db: Db, settled: Settled): Promise<void> {
  await db.query(
    'reminders-settle',
    `INSERT INTO app_setting (key, value) VALUES ('reminders', $1::jsonb)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
    [JSON.stringify(settled)],
  );
}
