import { isLate, ladderOf, nextReminder, type Reminder, remindersOf, rungName } from '../../../machines/rules/index.js';
import type { Db, Tx } from '../../platform/index.js';
import type { Notice } from '../notice.js';
import type { Surroundings } from '../types.js';
import { type CaseOfReminder, casesOf, type DueReminder, forget, handOut, takeDue } from './reminder.queries.js';
import { settleSome } from './settle-reminders.js';

export interface Fired {
  /** Reminders handed out. */
  fired: number;
  /** Of these, on a later day than they were meant for. */
  late: number;
  /** More may be due: there were as many as were asked for, or what follows in a ladder has come too. */
  goesOn: boolean;
}

/**
 * Hands out one batch of reminders whose moment has come, in one transaction: each is marked, its notice is laid into the
 * outbox and the next of its ladder waits, all or nothing. Whoever runs beside it takes others; whatever is killed before
 * the commit has done nothing, and after it, everything.
 *
 * @param db the database
 * @param current reads the settings in force
 * @param limit most reminders at once
 * @returns what was done; nothing at all when no reminder is due
 * @source handbook §4.6, §7 scenario 33
 */
export function fireBatch(db: Db, current: (tx: Tx) => Promise<Surroundings>, limit: number): Promise<Fired> {
  return db.transaction(async (tx) => {
    const settings = await current(tx);
    const due = await takeDue(tx, settings.now, limit);
    const ended = due.filter(({ open }) => !open);
    if (ended.length > 0) await forget(tx, ended);
    const stale = due.filter((reminder) => reminder.open && !isUnder(reminder, settings));
    if (stale.length > 0)
      await settleSome(
        tx,
        stale.map(({ deadlineId }) => deadlineId),
        settings,
      );
    const ready = due.filter((reminder) => reminder.open && isUnder(reminder, settings));
    const notices = await noticesOf(tx, ready, settings);
    const handings = ready.map((reminder, index) => ({
      deadlineId: reminder.deadlineId,
      workingDays: reminder.workingDays,
      notice: notices[index]!,
      next: nextOf(reminder, settings),
    }));
    if (handings.length > 0) await handOut(tx, handings, settings);
    const late = notices.filter((notice) => notice.late).length;
    const hasFollowing = handings.some(({ next }) => next !== null && next.at <= settings.now.toISOString());
    const goesOn = due.length === limit || stale.length > 0 || hasFollowing;
    return { fired: ready.length, late, goesOn };
  });
}

const isUnder = (reminder: DueReminder, settings: Surroundings): boolean =>
  reminder.policyVersion === settings.policyVersion && reminder.calendarVersion === settings.calendarVersion;

/** Rungs follow one after the other, however late the first of them comes. */
function nextOf(reminder: DueReminder, { policy, calendar }: Surroundings): Reminder | null {
  const { workflow, name, dueDay, workingDays } = reminder;
  const ladder = ladderOf(policy.reminders, workflow, name);
  const armedAt = reminder.armedAt.toISOString();
  const reminders = remindersOf(calendar, policy.reminders.hours, ladder, { dueDay, armedAt });
  return nextReminder(reminders, { fired: workingDays, waiting: null, today: '' });
}

async function noticesOf(tx: Tx, due: readonly DueReminder[], { now }: Surroundings): Promise<Notice[]> {
  const cases = new Map<string, CaseOfReminder>();
  for (const table of new Set(due.map(({ workflow }) => workflow))) {
    const ids = due.filter(({ workflow }) => workflow === table).map(({ caseId }) => caseId);
    for (const row of await casesOf(tx, table, ids)) cases.set(`${table} ${row.id}`, row);
  }
  return due.map((reminder) => {
    const { workflow, caseId } = reminder;
    const found = cases.get(`${workflow} ${caseId}`);
    if (found === undefined) throw new Error(`${workflow} ${caseId}: a deadline without its case`);
    return noticeOf(reminder, found, now);
  });
}

function noticeOf(reminder: DueReminder, { unitId, version }: CaseOfReminder, now: Date): Notice {
  const { deadlineId, workingDays, kind, roles, workflow, caseId, name, dueDay } = reminder;
  const rung = rungName(workingDays);
  const at = now.toISOString();
  return {
    key: `reminder-${deadlineId}-${rung}`,
    kind,
    workflow,
    caseId,
    version,
    unitId,
    deadline: { id: deadlineId, name, dueDay, rung, workingDaysLeft: 0 - workingDays },
    roles,
    late: isLate(reminder.dueAt.toISOString(), at),
    at,
  };
}
