import type { Disqualification, FourCheck, PriorMatter } from '../../../../../machines/rules/index.js';
import type { HistoryEntry } from '../../../api/types.js';

/** What somebody put on record, and what shows it. */
export interface Told {
  clear: boolean;
  day: string;
  evidence: string;
  by: string;
  attachments: readonly number[];
  /** 双签字 under an opinion that came on paper. */
  signed: readonly [string, string] | null;
}

export interface Answer {
  case: Disqualification;
  applies: boolean;
  evidence: string;
}

/** What is on record of one person before the meeting. */
export interface ToldOf {
  checks: Partial<Record<FourCheck, Told>>;
  answers: { given: readonly Answer[]; by: string } | null;
  avoidance: Told | null;
}

/**
 * What the steps since the last submission say of somebody: of each kind the last word. An earlier submission's no longer
 * counts, since people and posts may have changed.
 *
 * @param history every step, in order
 */
export function toldOf(history: readonly HistoryEntry[], cadre: string): ToldOf {
  const begun = history.findLastIndex(({ type }) => type === 'SUBMIT');
  const told: ToldOf = { checks: {}, answers: null, avoidance: null };
  for (const entry of history.slice(Math.max(begun, 0))) {
    const { type, payload } = entry;
    if (payload['cadre'] !== cadre) continue;
    if (type === 'RECORD_CHECK') told.checks[payload['check'] as FourCheck] = wordOf(entry);
    // The commission's own answer takes the place of what was recorded from paper; its words stay with it.
    if (type === 'OPINION_REPLIED') delete told.checks.disciplineOpinion;
    if (type === 'ANSWER_AVOIDANCE') told.avoidance = wordOf(entry);
    if (type === 'ANSWER_DISQUALIFICATIONS') {
      told.answers = { given: payload['answers'] as Answer[], by: entry.actor.display };
    }
  }
  return told;
}

/**
 * Matters of a prior report that the rules found when they were asked last, whether or not anybody has ticked them.
 *
 * @param history every step, in order
 * @returns empty where no step on record has asked
 */
export function mattersFoundIn(history: readonly HistoryEntry[]): readonly PriorMatter[] {
  const asked = history.filter(({ facts }) => Array.isArray(facts?.['priorMatters']));
  return (asked[asked.length - 1]?.facts['priorMatters'] as PriorMatter[] | undefined) ?? [];
}

/** A step's payload as it is recorded; what was left empty is not there. */
interface Recorded {
  clear: boolean;
  day: string;
  evidence: string;
  attachments?: readonly number[];
  partySecretary?: string;
  disciplineSecretary?: string;
}

function wordOf({ payload, actor }: HistoryEntry): Told {
  const recorded = payload as unknown as Recorded;
  const { clear, day, evidence, attachments = [], partySecretary, disciplineSecretary } = recorded;
  const signed = partySecretary && disciplineSecretary ? ([partySecretary, disciplineSecretary] as const) : null;
  return { clear, day, evidence, by: actor.display, attachments, signed };
}
