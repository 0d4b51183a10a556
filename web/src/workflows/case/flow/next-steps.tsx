import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { rehearsalQuery } from '../../../api/queries.js';
import type { CaseView, Plural, WorkflowView } from '../../../api/types.js';
import { t } from '../../../ui/t.js';
import { isAside } from '../waits-for-me.js';
import { activePaths } from './chart-walk.js';
import { roleText } from './flow-words.js';

interface Props {
  view: CaseView;
  plural: Plural;
  chart: WorkflowView;
}

/** What can come next, by whom, which deadlines would run then; and what the clock does if nobody acts. */
export function NextSteps({ view, plural, chart }: Props): ReactElement | null {
  if (view.done) return null;
  const steps = nextSteps(chart, activePaths(view.state));
  return (
    <section className="next-steps" aria-label={t('下一步')}>
      <h2>{t('下一步')}</h2>
      <ul>
        {steps.map((step) => (
          <Step key={step.event} step={step} />
        ))}
      </ul>
      <IfNobodyActs plural={plural} id={view.id} />
    </section>
  );
}

interface NextStep {
  event: string;
  label: string;
  /** Labels of the states it may lead to. */
  to: string[];
  roles: string[];
  deadlines: string[];
}

function Step({ step }: { step: NextStep }): ReactElement {
  const { label, to, roles, deadlines } = step;
  return (
    <li className={isAside(step) ? 'muted' : undefined}>
      <b>{label}</b> → {to.join(' / ')}
      <span className="muted">
        （{roles.map(roleText).join('、')}
        {deadlines.length > 0 && t('；随后计“{deadlines}”时限', { deadlines: deadlines.join('”“') })}）
      </span>
    </li>
  );
}

/** Ways on from where the case stands, then the ways back and out; steps that stay, and those of the product, are left out. */
function nextSteps(chart: WorkflowView, active: ReadonlySet<string>): NextStep[] {
  const stateOf = (path: string) => chart.states.find((state) => state.path === path);
  const steps = new Map<string, NextStep>();
  for (const { from, to, event, label, roles } of chart.transitions) {
    if (event === '' || !active.has(from) || from === to || !roles.some(isPerson)) continue;
    const known = steps.get(event) ?? { event, label, to: [], roles: roles.filter(isPerson), deadlines: [] };
    const target = stateOf(to);
    steps.set(event, {
      ...known,
      to: [...new Set([...known.to, target?.label ?? to])],
      deadlines: [...new Set([...known.deadlines, ...(target?.deadlines ?? [])])],
    });
  }
  return [...steps.values()].toSorted((a, b) => Number(isAside(a)) - Number(isAside(b)));
}

const isPerson = (role: string): boolean => role !== 'system';

function IfNobodyActs({ plural, id }: { plural: Plural; id: number }): ReactElement | null {
  const { data } = useQuery(rehearsalQuery(plural, id));
  if (!data || data.items.length === 0) return null;
  return (
    <details>
      <summary>{t('如无人办理，到 {day} 会发生什么（{n}）', { day: data.until, n: data.items.length })}</summary>
      <ul>
        {data.items.map(({ day, label, dueDay, kind, roles, workingDaysLeft, rung, provisional }) => (
          <li key={day + label + rung}>
            {t('{day}：{act}{who}，“{deadline}”{dueDay}到期，{left}', {
              day,
              act: kind === 'escalation' ? t('上报') : t('提醒'),
              who: roles.length > 0 ? roles.map(roleText).join('、') : t('可以办理的人'),
              deadline: label,
              dueDay,
              left: daysText(workingDaysLeft),
            })}
            {provisional && <span className="muted">{t('（日历未公布，暂定）')}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function daysText(left: number): string {
  if (left === 0) return t('当天到期');
  return left > 0 ? t('还有{n}个工作日', { n: left }) : t('已超{n}个工作日', { n: -left });
}
