import { eventReader } from '../kernel/index.js';
import type { Day, Severity } from '../rules/index.js';
import type { Predecessor } from './context.js';
import type { Arrival, Standing } from './standing.js';

type Opinion = { opinion?: string };
type MandatoryOpinion = { opinion: string };

/** What each event asks for. */
export type WarningPayloads = {
  CREATE: {
    team: string;
    teamName: string;
    task: string;
    taskName: string;
    unitName: string;
    standing: Standing;
    predecessors: Predecessor[];
  };
  /** A round has judged the team; the frozen ledger speaks. */
  ROUND_JUDGED: { standing: Standing; predecessors: Predecessor[] };
  /** The directory has changed; what it says now comes as facts. */
  REASSESS: Opinion;
  /** The team, or its task, exists no more. */
  TEAM_GONE: { day: Day; heir: string | null };
  FIRST_ISSUED: { documentNo: string | null; day: Day };
  FIRST_RECEIVED: { day: Day; by: number | null };
  /** Between two rounds: by hand, or by the product itself where the settings say so. */
  DRAFT_FIRST: Opinion;
  ISSUE_FIRST: Opinion;
  DRAFT_SECOND: Opinion & { because: 'proposal' | 'elapsed' | 'hand' };
  ISSUE_SECOND: Opinion;
  RECEIVE: Opinion;
  TAKE_NOTE: Opinion;
  SUBMIT_PLAN: MandatoryOpinion & { adds: number; byDay: Day };
  ACCEPT_PLAN: Opinion;
  RETURN_PLAN: MandatoryOpinion;
  DEADLINE_PASSED: { name: string };
};
export type WarningEventType = keyof WarningPayloads;

/** What the directory and the settings say at the moment of an event. */
export type WarningFacts = {
  fromSeverity: Severity;
  standing: Standing;
  arrivals: Arrival[];
  documentNo: string;
};
export type WarningFact = keyof WarningFacts;

export const FACTS_BY_EVENT: Partial<Record<WarningEventType, readonly WarningFact[]>> = {
  ROUND_JUDGED: ['fromSeverity'],
  REASSESS: ['fromSeverity', 'standing', 'arrivals'],
  ISSUE_FIRST: ['documentNo'],
  ISSUE_SECOND: ['documentNo'],
};

export const { factOf, payloadOf } = eventReader<WarningPayloads, WarningFacts>();
