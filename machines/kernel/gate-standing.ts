import { refuse } from './define-workflow.js';
import type { Refusal } from './types.js';

/** How a gate judges: clear lets pass, flag asks for an explanation, block for a suggestion or an override. */
export type GateVerdict = 'clear' | 'flag' | 'block';

/** The part of a gate run that a case decides by. A full result of the rules fits; it stays with the event. */
export type GateFacts = {
  verdict: GateVerdict;
  policyVersion: number;
  decisionDate: string;
  teams: { team: string; task: string; verdict: GateVerdict; delta: number; after: { shortfall: number } }[];
  headcount: { passes: boolean }[];
  findings: { code: string; severity: 'info' | 'flag' | 'block' }[];
};

/** What a case keeps of the last gate run it showed: small, and enough to tell whether a later run is worse. */
export type GateSummary = {
  verdict: GateVerdict;
  policyVersion: number;
  decisionDate: string;
  /** Null when no team of the batch has an approved headcount to compare with. */
  headcountPasses: boolean | null;
  /** Whether any staffing task applies to any team touched. */
  judged: boolean;
  /** `team/task` → its verdict; clear ones are left out. */
  teams: { [teamAndTask: string]: GateVerdict };
  /** Code of a finding → its severity; mere information is left out. */
  findings: { [code: string]: GateVerdict };
  /** A team comes closer to its task and is still short: the unit owes a promise. */
  needsCommitment: boolean;
};

const RANK: Readonly<Record<GateVerdict, number>> = { clear: 0, flag: 1, block: 2 };

/**
 * @param gate a gate run
 * @returns what the case keeps of it
 * @source handbook §2.5
 */
export function summariseGate(gate: GateFacts): GateSummary {
  const { verdict, policyVersion, decisionDate, teams, headcount, findings } = gate;
  const concerns = teams.filter((row) => row.verdict !== 'clear');
  const summary: GateSummary = {
    verdict,
    policyVersion,
    decisionDate,
    headcountPasses: headcount.length === 0 ? null : headcount.every(({ passes }) => passes),
    judged: teams.length > 0,
    teams: Object.fromEntries(concerns.map((row) => [`${row.team}/${row.task}`, row.verdict])),
    findings: {},
    needsCommitment: concerns.some((row) => row.verdict === 'flag' && row.delta < 0 && row.after.shortfall > 0),
  };
  for (const { code, severity } of findings) {
    if (severity !== 'info' && RANK[severity] > RANK[summary.findings[code] ?? 'clear']) {
      summary.findings[code] = severity;
    }
  }
  return summary;
}

/**
 * Where a later gate run is worse than an earlier one. An answer given to the earlier run does not cover these places.
 *
 * @param was the run a person saw and answered; null when there was none
 * @param now the later run
 * @returns `team/task` keys and finding codes; empty when the later run is no worse
 */
export function worsenedAt(was: GateSummary | null, now: GateSummary): string[] {
  const before: Record<string, GateVerdict> = { ...was?.teams, ...was?.findings };
  const after: Record<string, GateVerdict> = { ...now.teams, ...now.findings };
  return Object.entries(after)
    .filter(([place, verdict]) => RANK[verdict] > RANK[before[place] ?? 'clear'])
    .map(([place]) => place);
}

/**
 * Nobody passes a case on a picture that has become worse since the case last showed it.
 *
 * @param was the run the case last showed
 * @param now the run of this moment
 * @refuses GATE_WORSENED - the fresh run is worse somewhere; the gate must be run again, and answered anew
 * @source handbook §2.5 (same engine re-run at 备案关)
 */
export function refuseWorsened(was: GateSummary | null, now: GateSummary): Refusal | null {
  const at = worsenedAt(was, now);
  return at.length === 0 ? null : refuse('GATE_WORSENED', { was: was?.verdict ?? null, now: now.verdict, at });
}
