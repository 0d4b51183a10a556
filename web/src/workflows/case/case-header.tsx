import type { ReactElement } from 'react';
import { serverNow } from '../../api/server-time.js';
import type { CaseView, Deadline, Plural } from '../../api/types.js';
import { Link } from '../../app/router.js';
import { dayInChina, momentText, timeLeftText, waitingText } from '../../ui/time.js';
import { WORKFLOW_NAMES } from '../../api/workflow-names.js';
import { rich, t } from '../../ui/t.js';
import { CopiesButton } from './copies-dialog.js';

interface Props {
  view: CaseView;
  plural: Plural;
  besideList: boolean;
}

/** What this is, whose, where it stands and how long there is. */
export function CaseHeader({ view, plural, besideList }: Props): ReactElement {
  const { context } = view;
  const now = serverNow();
  return (
    <header className="case-head">
      <div className="case-head-top">
        <span className="muted">
          {WORKFLOW_NAMES[plural]} {view.id} · {view.unit.name}
        </span>
        <span className="buttons">
          {plural !== 'headcount_reviews' && (
            <>
              <CopiesButton view={view} plural={plural} />
              <Link href={`/${plural}/${view.id}/sheet`}>{t('送签单')}</Link>
            </>
          )}
          {besideList && <Link href={`/${plural}/${view.id}`}>{t('单独打开')}</Link>}
        </span>
      </div>
      <h1>{view.title}</h1>
      <div className="case-head-facts">
        <span className="state state-large">{view.label}</span>
        {!view.done && <span>{t('已等 {time}', { time: waitingText(view.updatedAt, now) })}</span>}
        {view.deadlines.map((deadline) => (
          <DeadlineNote key={deadline.name} deadline={deadline} today={dayInChina(now)} />
        ))}
        <span className="muted">
          {plural === 'headcount_reviews'
            ? t('{moment}送审', { moment: momentText(view.createdAt) })
            : view.createdBy
              ? t('{name} 起草于 {moment}', { name: view.createdBy.name, moment: momentText(view.createdAt) })
              : t('系统建立于 {moment}', { moment: momentText(view.createdAt) })}
        </span>
        {plural === 'filings' && context.proposal !== undefined && (
          <Link href={`/proposals/${context.proposal}`}>{t('查看第{n}号动议', { n: context.proposal })}</Link>
        )}
        {plural === 'proposals' && context.filing ? (
          <Link href={`/filings/${context.filing}`}>{t('查看备案')}</Link>
        ) : null}
      </div>
      {context.reason !== undefined && <p className="reason">{context.reason}</p>}
      {(view.promises ?? []).map(({ proposal, count, byDay }) => (
        <p key={proposal} className="promise">
          {rich('本单位在{proposal}中承诺：{day}前再配备{n}名。', {
            proposal: (
              <Link key="proposal" href={`/proposals/${proposal}`}>
                {t('第{n}号动议', { n: proposal })}
              </Link>
            ),
            day: byDay,
            n: count,
          })}
        </p>
      ))}
    </header>
  );
}

function DeadlineNote({ deadline, today }: { deadline: Deadline; today: string }): ReactElement {
  const { label, dueDay, overdue, provisional } = deadline;
  return (
    <span className={overdue ? 'late' : undefined}>
      {overdue && <span aria-hidden="true">⚠ </span>}
      {t('{label}：{day}（{left}）', {
        label,
        day: dueDay,
        left: timeLeftText(today, dueDay) + (provisional ? t('，日历未公布，暂定') : ''),
      })}
    </span>
  );
}
