import { compareVerdicts, type GateResult } from '../../../../../machines/rules/index.js';
import type { HistoryEntry } from '../../../api/types.js';

export interface GateRun {
  label: string;
  at: string;
  gate: GateResult;
}

/** Every run of the gate on record, in order. */
export function gateRuns(history: readonly HistoryEntry[]): GateRun[] {
  return history.flatMap(({ label, at, facts }) => (isGateResult(facts.gate) ? [{ label, at, gate: facts.gate }] : []));
}

/** A filing's first event carries only a summary of the run it rests on. */
function isGateResult(gate: GateResult | undefined): gate is GateResult {
  return Array.isArray(gate?.teams) && Array.isArray(gate.findings);
}

/** What the last run says otherwise than the one before it; empty when nothing differs or there was one run only. */
export function lastDifferences(
  runs: readonly GateRun[],
): { earlier: GateRun; later: GateRun; sentences: string[] } | null {
  const [earlier, later] = [runs[runs.length - 2], runs[runs.length - 1]];
  if (!earlier || !later) return null;
  const sentences = compareVerdicts(earlier.gate, later.gate).map(({ sentence }) => sentence);
  return { earlier, later, sentences };
}
