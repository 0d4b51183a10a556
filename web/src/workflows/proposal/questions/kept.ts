import type {
  Disqualification,
  ExceptionalGround,
  FourCheck,
  PriorMatter,
} from '../../../../../machines/rules/index.js';
import type { CaseView } from '../../../api/types.js';

/** What the case keeps of the procedure's law; see `machines/proposal/context`. */
export interface Kept {
  exceptional?: Record<string, { ground: ExceptionalGround; reason: string }>;
  avoidance?: Record<string, { clear: boolean; about: string[] }>;
  checks?: Record<string, Partial<Record<FourCheck, boolean>>>;
  disqualified?: Record<string, Disqualification[]>;
  opinions?: Record<string, { opinion: number; validUntil: string | null }>;
  matters?: PriorMatter[];
  approvedMatters?: PriorMatter[];
}

/** Submitted and not decided: what is asked about it finds its answer. */
export const isUnderWay = ({ statePath, done }: CaseView): boolean =>
  !done &&
  /^(submitted|preReview|gateDecision|inSelection\.(recommendation|inspection|deliberation|deferred))/.test(statePath);
