import type { ReactElement } from 'react';
import { withQuery } from '../../api/client.js';
import type { CaseView, StandingNote, WarningContext } from '../../api/types.js';
import { Link } from '../../app/router.js';
import { rich, t } from '../../ui/t.js';
import { LevelTag } from '../../ui/tags.js';
import { quarterText } from '../case/case-title.js';
import { LetterView } from '../case/letter/letter-view.js';
import { Reminders } from './reminders.js';

const CHANGES: Readonly<Record<WarningContext['movements'][number]['change'], string>> = {
  opened: t('列入预警'),
  raised: t('加重'),
  lowered: t('减轻'),
  unchanged: t('无变化'),
  resolved: t('解除'),
};

const PLANS: Readonly<Record<NonNullable<WarningContext['plan']>['status'], { word: string; tone: string }>> = {
  submitted: { word: t('待科室答复'), tone: 'flag' },
  returned: { word: t('已退回，待重报'), tone: 'flag' },
  accepted: { word: t('已同意，执行中'), tone: 'clear' },
  broken: { word: t('逾期未兑现'), tone: 'block' },
};

/** A warning: how short the team is and by what, both reminders and their receipts, what the unit undertook, what moved. */
export default function WarningBody({ view }: { view: CaseView }): ReactElement {
  const context = view.context as unknown as WarningContext;
  const { resolution, predecessors, first, second } = context;
  const hasLetter = second !== null || first?.ownLetter === true;
  return (
    <div className="stack">
      {resolution && <p className="notice-clear">{resolution.sentence}</p>}
      <StandingCard context={context} />
      <Reminders context={context} />
      <PlanCard plan={context.plan} done={view.done} />
      {hasLetter && <LetterView plural="warnings" id={view.id} name={t('年轻干部配备工作提示函')} />}
      <Movements movements={context.movements} />
      {predecessors.length > 0 && (
        <section className="card" aria-label={t('承接的预警')}>
          <h2>{t('承接的预警')}</h2>
          <ul className="plain-list">
            {predecessors.map(({ warning, unitName, teamName, since }) => (
              <li key={warning}>
                <Link href={`/warnings/${warning}`}>
                  {unitName} {teamName}
                </Link>{' '}
                <span className="muted">{t('{day}起预警', { day: since })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function StandingCard({ context }: { context: WarningContext }): ReactElement | null {
  const { standing, team, teamName, task, taskName } = context;
  if (standing === null) return null;
  const { due, actual, shortfall, unmetQuarters, asOf } = standing;
  return (
    <section className="card" aria-label={t('预警依据')}>
      <header className="card-head">
        <h2>{taskName}</h2>
        <LevelTag level={standing.level} severity={standing.severity} />
        <span className="muted">
          <Basis standing={standing} />
        </span>
      </header>
      <dl className="numbers">
        <Number name={t('应配')} value={due} />
        <Number name={t('现配')} value={actual} />
        <Number name={t('差额')} value={shortfall} bad={shortfall > 0} />
        <Number name={t('连续未达标季度')} value={unmetQuarters} />
      </dl>
      <p className="links">
        <Link href={withQuery(`/teams/${encodeURIComponent(team)}`, { asOf })}>
          {t('查看{name}', { name: teamName })}
        </Link>
        <Link href={withQuery(`/teams/${encodeURIComponent(team)}`, {})}>{t('查看今天的班子')}</Link>
        <Link href={withQuery('/ledger', { task, asOf, short: true })}>{t('同一任务有差额的班子')}</Link>
      </p>
    </section>
  );
}

/** From where the numbers are known. */
function Basis({ standing: { basis, asOf } }: { standing: StandingNote }): ReactElement {
  if (basis.kind === 'directory') return <>{t('按{day}的名册计算', { day: asOf })}</>;
  return rich('依据{round}（第{n}次固化，截至{day}）', {
    round: (
      <Link key="round" href={`/stocktakes/${basis.round}`}>
        {t('{quarter}摸底调度', { quarter: quarterText(basis.quarter) })}
      </Link>
    ),
    n: basis.revision,
    day: asOf,
  });
}

function Number({ name, value, bad }: { name: string; value: number; bad?: boolean }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={bad === true ? 'fails' : undefined}>{value}</dd>
    </div>
  );
}

function PlanCard({ plan, done }: { plan: WarningContext['plan']; done: boolean }): ReactElement | null {
  if (plan === null && done) return null;
  return (
    <section className="card" aria-label={t('配备计划')}>
      <header className="card-head">
        <h2>{t('配备计划')}</h2>
        {plan && <span className={`tag verdict-${PLANS[plan.status].tone}`}>{PLANS[plan.status].word}</span>}
      </header>
      {plan === null ? (
        <p className="muted">{t('单位尚未报送。签收第二次提醒后，应在期限内报送拟配人数和完成时限。')}</p>
      ) : (
        <p>
          {rich('承诺于{day}前再配备{n}名年轻干部。', {
            day: <b key="day">{plan.byDay}</b>,
            n: <b key="n">{plan.adds}</b>,
          })}{' '}
          <span className="muted">{t('{day}报送', { day: plan.submittedOn })}</span>
        </p>
      )}
    </section>
  );
}

function Movements({ movements }: Pick<WarningContext, 'movements'>): ReactElement {
  return (
    <section className="card" aria-label={t('变化情况')}>
      <h2>{t('变化情况')}</h2>
      <div className="table-scroll">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('日期')}</th>
              <th scope="col">{t('变化')}</th>
              <th scope="col">{t('等级')}</th>
              <th scope="col" className="number">
                {t('应配')}
              </th>
              <th scope="col" className="number">
                {t('现配')}
              </th>
              <th scope="col" className="number">
                {t('差额')}
              </th>
              <th scope="col">{t('依据')}</th>
            </tr>
          </thead>
          <tbody>
            {movements.toReversed().map(({ day, change, standing }, at) => (
              <tr key={movements.length - at}>
                <td className="day-cell">{day}</td>
                <td>{CHANGES[change]}</td>
                <td>
                  <LevelTag level={standing.level} severity={standing.severity} />
                </td>
                <td className="number">{standing.due}</td>
                <td className="number">{standing.actual}</td>
                <td className="number">{standing.shortfall}</td>
                <td className="in-words">
                  <Basis standing={standing} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
