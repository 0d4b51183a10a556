import type { ReactElement } from 'react';
import { serverNow } from '../../api/server-time.js';
import type { CaseView, Deadline, Plural } from '../../api/types.js';
import { Link } from '../../app/router.js';
import { dayInChina, momentText, timeLeftText, waitingText } from '../../ui/time.js';
import { WORKFLOW_NAMES } from '../../api/plurals.js';
import { titleOf } from './case-title.js';

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
          <Link href={`/${plural}/${view.id}/sheet`}>送签单</Link>
          {besideList && <Link href={`/${plural}/${view.id}`}>单独打开</Link>}
        </span>
      </div>
      <h1>{titleOf(plural, view)}</h1>
      <div className="case-head-facts">
        <span className="state state-large">{view.label}</span>
        {!view.done && <span>已等 {waitingText(view.updatedAt, now)}</span>}
        {view.deadlines.map((deadline) => (
          <DeadlineNote key={deadline.name} deadline={deadline} today={dayInChina(now)} />
        ))}
        <span className="muted">
          {view.createdBy ? `${view.createdBy.name} 起草于` : '系统建立于'} {momentText(view.createdAt)}
        </span>
        {plural === 'filings' && context.proposal !== undefined && (
          <Link href={`/proposals/${context.proposal}`}>查看第{context.proposal}号动议</Link>
        )}
        {plural === 'proposals' && context.filing ? <Link href={`/filings/${context.filing}`}>查看备案</Link> : null}
      </div>
      {context.reason !== undefined && <p className="reason">{context.reason}</p>}
      {(view.promises ?? []).map(({ proposal, count, byDay }) => (
        <p key={proposal} className="promise">
          本单位在<Link href={`/proposals/${proposal}`}>第{proposal}号动议</Link>中承诺：{byDay}前再配备{count}名。
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
      {label}：{dueDay}（{timeLeftText(today, dueDay)}
      {provisional ? '，日历未公布，暂定' : ''}）
    </span>
  );
}
