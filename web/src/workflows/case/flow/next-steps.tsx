import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { rehearsalQuery } from '../../../api/queries.js';
import type { CaseView, Plural, WorkflowView } from '../../../api/types.js';
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
    <section className="next-steps" aria-label="下一步">
      <h2>下一步</h2>
      <ul>
        {steps.map(({ event, label, to, roles, deadlines }) => (
          <li key={event + to}>
            <b>{label}</b> → {to}
            <span className="muted">
              （{roles.map(roleText).join('、')}
              {deadlines.length > 0 && `；随后计“${deadlines.join('”“')}”时限`}）
            </span>
          </li>
        ))}
      </ul>
      <IfNobodyActs plural={plural} id={view.id} />
    </section>
  );
}

interface NextStep {
  event: string;
  label: string;
  to: string;
  roles: string[];
  deadlines: string[];
}

/** Ways on from where the case stands; steps that stay, and those that only the product takes, are left out. */
function nextSteps(chart: WorkflowView, active: ReadonlySet<string>): NextStep[] {
  const stateOf = (path: string) => chart.states.find((state) => state.path === path);
  return chart.transitions
    .filter(({ from, to, event, roles }) => event !== '' && active.has(from) && from !== to && roles.some(isPerson))
    .map(({ event, label, to, roles }) => ({
      event,
      label,
      to: stateOf(to)?.label ?? to,
      roles: roles.filter(isPerson),
      deadlines: stateOf(to)?.deadlines ?? [],
    }));
}

const isPerson = (role: string): boolean => role !== 'system';

function IfNobodyActs({ plural, id }: { plural: Plural; id: number }): ReactElement | null {
  const { data } = useQuery(rehearsalQuery(plural, id));
  if (!data || data.items.length === 0) return null;
  return (
    <details>
      <summary>
        如无人办理，到 {data.until} 会发生什么（{data.items.length}）
      </summary>
      <ul>
        {data.items.map(({ day, label, dueDay, kind, roles, workingDaysLeft, rung, provisional }) => (
          <li key={day + label + rung}>
            {day}：{kind === 'escalation' ? '上报' : '提醒'}
            {roles.length > 0 ? roles.map(roleText).join('、') : '可以办理的人'}，“{label}”{dueDay}到期，
            {daysText(workingDaysLeft)}
            {provisional && <span className="muted">（日历未公布，暂定）</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function daysText(left: number): string {
  if (left === 0) return '当天到期';
  return left > 0 ? `还有${left}个工作日` : `已超${-left}个工作日`;
}
