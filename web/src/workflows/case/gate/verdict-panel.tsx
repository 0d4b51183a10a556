import type { ReactElement } from 'react';
import type { GateResult } from '../../../../../machines/rules/index.js';
import type { PreviewFinding } from '../../../api/types.js';
import { VerdictTag } from '../../../ui/tags.js';
import { TeamComparison } from './team-comparison.js';
import { rich, t } from '../../../ui/t.js';

export interface ShownVerdict extends Omit<GateResult, 'findings'> {
  findings: readonly PreviewFinding[];
}

const MARKS = { block: '✕', flag: '!', info: 'i' } as const;
const SEVERITY_WORDS = { block: t('暂缓'), flag: t('须说明'), info: t('提示') } as const;

/** What the gate says: the verdict, the sentence of every team with its numbers before and after, and the findings. */
export function VerdictPanel({ gate, title }: { gate: ShownVerdict; title: string }): ReactElement {
  // What E01 to E16 say stands beside it, person by person.
  const findings = gate.findings.filter(({ code }) => code !== 'ELIGIBILITY_UNKNOWN');
  return (
    <section className={`verdict edge-${gate.verdict}`} aria-label={title}>
      <header className="verdict-head">
        <h2>{title}</h2>
        <VerdictTag verdict={gate.verdict} large />
        <span className="muted">
          {t('按 {day} 计算，年龄按年月计，规则第{n}版', { day: gate.decisionDate, n: gate.policyVersion })}
        </span>
      </header>
      {gate.teams.map((row) => (
        <TeamComparison key={`${row.team}/${row.task}`} row={row} />
      ))}
      {gate.teams.length === 0 && <p className="muted">{t('本次调整不涉及有配备任务的班子。')}</p>}
      <Headcount gate={gate} />
      <ul className="findings">
        {findings.map((finding) => (
          <li key={finding.code + finding.sentence} className={`finding-${finding.severity}`}>
            <span className="finding-mark" title={SEVERITY_WORDS[finding.severity]}>
              <span aria-hidden="true">{MARKS[finding.severity]}</span>
              <span className="visually-hidden">{SEVERITY_WORDS[finding.severity]}</span>
            </span>
            {finding.sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 职数预审: 拟后 = 现配 − 拟免 + 拟配 ≤ 核定, for the tiers that the items move. */
function Headcount({ gate }: { gate: ShownVerdict }): ReactElement | null {
  const moved = gate.headcount.filter(({ added, removed, passes }) => added > 0 || removed > 0 || !passes);
  if (moved.length === 0) return null;
  return (
    <ul className="headcount-formulas" aria-label={t('职数预审')}>
      {moved.map((row) => (
        <li key={row.team + row.tier}>
          <span className="muted">{t('职数预审')}</span> {row.teamName}
          {row.tier === 'principal' ? t('正职') : t('副职')}
          <span className="formula">
            {rich('现配{current} − 拟免{removed} ＋ 拟配{added} ＝ 拟后{after}，核定{approved}', {
              current: row.current,
              removed: row.removed,
              added: row.added,
              after: <b key="after">{row.after}</b>,
              approved: row.approved,
            })}
          </span>
          <span className={row.passes ? 'fits' : 'fails'}>
            <span aria-hidden="true">{row.passes ? '✓' : '✕'}</span> {row.passes ? t('符合') : t('超核定职数')}
          </span>
        </li>
      ))}
    </ul>
  );
}
