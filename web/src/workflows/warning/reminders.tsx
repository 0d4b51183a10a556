import type { ReactElement } from 'react';
import type { ReminderNote, WarningContext } from '../../api/types.js';
import { t } from '../../ui/t.js';

const REASONS: Readonly<Record<NonNullable<WarningContext['secondReason']>, string>> = {
  proposal: t('正在酝酿动议'),
  elapsed: t('上次提醒已满期限'),
  hand: t('结合日常掌握情况'),
};

/** 双提醒: what was sent under which number, and what "delivered" rests on: the receipt. */
export function Reminders({ context }: { context: WarningContext }): ReactElement {
  const { first, second, secondReason, movements } = context;
  const betweenRounds = movements[0]?.standing.basis.kind === 'directory';
  const delivered = [first, second].filter((reminder) => reminder?.receivedOn).length;
  return (
    <section className="card" aria-label={t('两次提醒')}>
      <header className="card-head">
        <h2>{t('两次提醒')}</h2>
        <span className={`tag verdict-${delivered === 2 ? 'block' : 'flag'}`}>
          {t('已签收{n}次', { n: delivered })}
        </span>
        {delivered === 2 && <span className="muted">{t('按预警期间从严把关；仍有差额的可列入通报')}</span>}
      </header>
      <div className="table-scroll">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('提醒')}</th>
              <th scope="col">{t('文号')}</th>
              <th scope="col">{t('发出')}</th>
              <th scope="col">{t('单位签收')}</th>
              <th scope="col">{t('科室知悉')}</th>
            </tr>
          </thead>
          <tbody>
            <Row
              name={first?.ownLetter === true ? t('第一次：提示函') : t('第一次：一对一反馈函')}
              reminder={first}
              waiting={betweenRounds ? t('待签发提示函，或随季度反馈函发出') : t('随季度反馈函发出')}
            />
            <Row
              name={t('第二次：提示函')}
              reminder={second}
              waiting={
                secondReason === null ? t('尚未拟发') : t('待签发（{reason}）', { reason: REASONS[secondReason] })
              }
              because={secondReason === null ? undefined : REASONS[secondReason]}
            />
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface RowProps {
  name: string;
  reminder: ReminderNote | null;
  /** What is said while it has not gone out. */
  waiting: string;
  because?: string | undefined;
}

function Row({ name, reminder, waiting, because }: RowProps): ReactElement {
  if (reminder === null) {
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={4} className="muted">
          {waiting}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">
        {name}
        {because !== undefined && <span className="muted">（{because}）</span>}
      </th>
      <td>{reminder.documentNo ?? '—'}</td>
      <td className="day-cell">{reminder.issuedOn}</td>
      <td className="day-cell">{reminder.receivedOn ?? <b className="fails">{t('未签收')}</b>}</td>
      <td className="day-cell">{reminder.notedOn ?? '—'}</td>
    </tr>
  );
}
