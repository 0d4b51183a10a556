import type { Finding } from './findings.js';
import type { GateResult, GateTeamRow } from './gate-facts.js';
import { VERDICT_LABELS } from './sentences.js';

/** One thing that differs between two judgements of the same matter. */
export interface VerdictDifference {
  scope: 'overall' | 'policy' | 'team' | 'finding';
  change: 'changed' | 'appeared' | 'vanished';
  team?: string;
  task?: string;
  code?: string;
  sentence: string;
}

/**
 * What changed between two judgements, such as that at the proposal gate and that at deliberation or filing.
 *
 * @param earlier the judgement the case rests on
 * @param later the judgement of now
 * @returns differences: overall, policy version, teams, findings; empty when both say the same. The decision date alone
 *   is no difference
 * @source handbook §2.5 (same engine re-run at 备案关), issue scope (visible difference)
 */
export function compareVerdicts(earlier: GateResult, later: GateResult): VerdictDifference[] {
  const differences: VerdictDifference[] = [];
  if (earlier.verdict !== later.verdict) {
    const sentence = `总体结论由“${VERDICT_LABELS[earlier.verdict]}”变为“${VERDICT_LABELS[later.verdict]}”。`;
    differences.push({ scope: 'overall', change: 'changed', sentence });
  }
  if (earlier.policyVersion !== later.policyVersion) {
    const sentence = `适用的规则版本由第${earlier.policyVersion}版变为第${later.policyVersion}版。`;
    differences.push({ scope: 'policy', change: 'changed', sentence });
  }
  return [...differences, ...compareTeams(earlier.teams, later.teams), ...compareFindings(earlier, later)];
}

function compareTeams(earlier: readonly GateTeamRow[], later: readonly GateTeamRow[]): VerdictDifference[] {
  const keyOf = ({ team, task }: GateTeamRow): string => JSON.stringify([team, task]);
  const was = new Map(earlier.map((row) => [keyOf(row), row]));
  const is = new Map(later.map((row) => [keyOf(row), row]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => compareRow(was.get(key), is.get(key)));
}

function compareRow(was: GateTeamRow | undefined, is: GateTeamRow | undefined): VerdictDifference[] {
  const row = is ?? was;
  if (!row) return [];
  const { team, teamName, task, taskName } = row;
  const about = `${teamName}“${taskName}”`;
  if (was && is) {
    const changes = rowChanges(was, is);
    if (changes.length === 0) return [];
    return [{ scope: 'team', change: 'changed', team, task, sentence: `${about}：${changes.join('，')}。` }];
  }
  const [change, text] = is ? (['appeared', '新涉及'] as const) : (['vanished', '不再涉及'] as const);
  return [{ scope: 'team', change, team, task, sentence: `${text}${about}：${row.sentence}` }];
}

function rowChanges(was: GateTeamRow, is: GateTeamRow): string[] {
  const compared: [string, string | number, string | number][] = [
    ['结论', VERDICT_LABELS[was.verdict], VERDICT_LABELS[is.verdict]],
    ['等级', was.level, is.level],
    ['调整前应配数', was.before.due, is.before.due],
    ['调整前实配数', was.before.actual, is.before.actual],
    ['调整前差额', was.before.shortfall, is.before.shortfall],
    ['调整后应配数', was.after.due, is.after.due],
    ['调整后实配数', was.after.actual, is.after.actual],
    ['调整后差额', was.after.shortfall, is.after.shortfall],
  ];
  return compared.filter(([, a, b]) => a !== b).map(([label, a, b]) => `${label}由${a}变为${b}`);
}

function compareFindings(earlier: GateResult, later: GateResult): VerdictDifference[] {
  const keyOf = ({ code, severity, params }: Finding): string => JSON.stringify([code, severity, params]);
  const was = new Set(earlier.findings.map(keyOf));
  const is = new Set(later.findings.map(keyOf));
  const vanished = earlier.findings.filter((finding) => !is.has(keyOf(finding)));
  const appeared = later.findings.filter((finding) => !was.has(keyOf(finding)));
  return [
    ...vanished.map(({ code, sentence }): VerdictDifference => ({
      scope: 'finding',
      change: 'vanished',
      code,
      sentence: `原有情形已消除：${sentence}`,
    })),
    ...appeared.map(({ code, sentence }): VerdictDifference => ({
      scope: 'finding',
      change: 'appeared',
      code,
      sentence: `新出现情形：${sentence}`,
    })),
  ];
}
