import { Injectable } from '@nestjs/common';
import {
  type Finding,
  type GateResult,
  completeItem,
  type ItemCodes,
  type ItemEligibility,
  lacksVacancy,
  type UnitKind,
  type Verdict,
} from '../../machines/rules/index.js';
import { type Caller, SettingsService } from '../engine/index.js';
import { Db, refuse, seesUnit, sentenceOf, type Tx } from '../platform/index.js';
import { type GateAnswer, judgeAtGate } from './judge-at-gate.js';
import { judgeAppointees } from './judge-appointees.js';
import { resolveItems } from './resolve-items.js';
import { type SuggestionView, suggestFor } from './suggest-for.js';

export interface PreviewRequest {
  unit: string;
  decisionDate?: string;
  items: ItemCodes[];
}

/** A finding of the gate, or what would keep the proposal from being submitted at all. */
export type PreviewFinding = Finding | { code: string; severity: 'block'; params: object; sentence: string };

export interface Preview extends Omit<GateResult, 'findings'> {
  findings: PreviewFinding[];
  /** E01 to E16 for everybody appointed, as of the day of the decision. */
  eligibility: ItemEligibility[];
  suggestions: SuggestionView[];
}

/** Answers what the gate would say, and what would do better, without storing anything. */
@Injectable()
export class GatePreview {
  constructor(
    private readonly db: Db,
    private readonly settings: SettingsService,
  ) {}

  preview(request: PreviewRequest, caller: Caller): Promise<Preview> {
    return this.db.transaction(async (tx) => {
      // One look at one moment, and a promise of the database that nothing is written.
      await tx.query('gate.read-only', 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      const { policy, policyVersion, today } = await this.settings.current(tx);
      const sees = (path: string): boolean => seesUnit(caller, path);
      const proposingKind = await requireUnit(tx, request.unit, sees);
      const items = await resolveItems(tx, request.items, today, { sees });
      const decisionDate = request.decisionDate ?? today;
      const question = { items, decisionDate, policy, policyVersion, proposal: null, lock: false };
      const answer = await judgeAtGate(tx, question);
      const suggestions = answer.result.verdict === 'clear' ? [] : await suggestFor(tx, answer, caller, null);
      const judged = await judgeAppointees(tx, {
        items: request.items.map(completeItem),
        proposingKind,
        on: decisionDate,
        policy,
      });
      const eligibility = judged.map((one) => one.eligibility);
      return { ...withObstacles(answer), eligibility, suggestions };
    });
  }
}

/** @returns its category */
async function requireUnit(tx: Tx, code: string, sees: (path: string) => boolean): Promise<UnitKind> {
  const text = 'SELECT path::text AS path, kind FROM unit WHERE code = $1';
  const { rows } = await tx.query<{ path: string; kind: UnitKind }>('gate.unit', text, [code]);
  if (!rows[0] || !sees(rows[0].path)) refuse('UNIT_UNKNOWN', { unit: code });
  return rows[0].kind;
}

/** What other open proposals have taken would refuse the submission: the preview says so beforehand. */
function withObstacles({ result, holds, reservations }: GateAnswer): Omit<Preview, 'suggestions' | 'eligibility'> {
  const refusals = [
    ...holds.map(({ post, proposal }) => ({ code: 'POST_RESERVED', params: { post, proposal } })),
    ...reservations.filter(lacksVacancy).map((params) => ({ code: 'NO_VACANCY', params: { ...params } })),
  ];
  if (refusals.length === 0) return result;
  const obstacles = refusals.map((refusal) => ({
    ...refusal,
    severity: 'block' as const,
    sentence: sentenceOf(refusal),
  }));
  const verdict: Verdict = 'block';
  return { ...result, verdict, findings: [...result.findings, ...obstacles] };
}
