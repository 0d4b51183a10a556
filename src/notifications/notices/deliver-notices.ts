import type { Notice } from '../../engine/index.js';
import type { Tx } from '../../platform/index.js';
import { type LiveSignal, tellLive } from '../live/live-signal.js';
import type { ToldNotice } from '../outgoing.js';
import { takeCaseTurns } from './case-turns.js';
import { layDown, type NoticeToLay } from './lay-down-notices.js';
import { openGatherings } from './open-gatherings.js';
import { type AskedNotice, recipientsOf } from './recipients.js';

/** Queues messages to the outside for people who have just been told of something. */
export type QueueOutgoing = (tx: Tx, told: readonly ToldNotice[]) => Promise<void>;

export interface Surroundings {
  /** `YYYY-MM-DD` */
  today: string;
  queue: QueueOutgoing;
}

/**
 * Puts notices before everybody they concern, with the messages that follow from them; the same notice again adds nothing.
 * Of earlier steps of a case nobody need be told any more: those notices count as read.
 *
 * @param tx a transaction reaching the whole tree
 * @param notices in the order in which they arose
 * @param surroundings what is known around them
 * @returns how many times somebody was told something now
 */
export async function deliverNotices(
  tx: Tx,
  notices: readonly AskedNotice[],
  { today, queue }: Surroundings,
): Promise<number> {
  await takeCaseTurns(
    tx,
    notices.map(({ notice }) => notice),
  );
  const told: ToldNotice[] = [];
  const signals: LiveSignal[] = [];
  const recipients = await recipientsOf(tx, notices, today);
  const asked = notices.map((each, index) => ({ ...each, recipients: recipients[index]! }));
  // Before any turn, so that whoever gathers at the same time meets these in the same order.
  for (const turn of turnsOf(await openGatherings(tx, asked, today))) {
    const laid = await layDown(tx, turn);
    told.push(...laid.flatMap((each) => each.told));
    for (const [index, { notice, recipients: concerned }] of turn.entries()) {
      const { told: now, cleared } = laid[index]!;
      const users = [...new Set([...now.map(({ userId }) => userId), ...cleared])];
      signals.push({ moved: movedBy(notice, concerned.unitPath), users });
    }
  }
  await queue(tx, told);
  await tellLive(tx, signals);
  return told.length;
}

function movedBy({ kind, workflow, caseId: id, version }: Notice, unitPath: string): LiveSignal['moved'] {
  return kind === 'step' ? { workflow, id, version, unitPath } : null;
}

/** What one case has to say is said in order, each case once a turn; different cases at once. */
function turnsOf(notices: readonly NoticeToLay[]): NoticeToLay[][] {
  const turns: NoticeToLay[][] = [];
  const said = new Map<string, number>();
  for (const gathered of notices) {
    const { workflow, caseId } = gathered.notice;
    const turn = said.get(`${workflow} ${caseId}`) ?? 0;
    said.set(`${workflow} ${caseId}`, turn + 1);
    (turns[turn] ??= []).push(gathered);
  }
  return turns;
}
