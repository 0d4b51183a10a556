import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { roundSidesQuery, roundSnapshotQuery } from '../../api/queries.js';
import type { CaseView } from '../../api/types.js';
import { Link } from '../../app/router.js';
import { ErrorNote } from '../../ui/error-note.js';
import { factsOf, FactList } from '../case/context-facts.js';

const ANSWERS: Readonly<Record<string, string>> = {
  silent: '未答复',
  confirmed: '已确认',
  correctionRequested: '申请更正',
  corrected: '已更正',
  correctionDeclined: '未予更正',
};

/** A round: what was frozen, in sums, and how far each unit has come. */
export default function RoundBody({ view }: { view: CaseView }): ReactElement {
  return (
    <div className="stack">
      <FactList facts={factsOf(view.context)} />
      {view.context.revision !== undefined && view.context.revision > 0 && <Totals round={view.id} />}
      <Sides round={view.id} />
    </div>
  );
}

function Totals({ round }: { round: number }): ReactElement | null {
  const { data, error, refetch } = useQuery(roundSnapshotQuery(round));
  if (error !== null) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return null;
  return (
    <section className="card" aria-label="固化的台账">
      <header className="card-head">
        <h2>固化的台账</h2>
        <span className="muted">
          {data.total}行，第{data.revision}次固化，规则第{data.policyVersion}版
        </span>
      </header>
      <ul className="plain-list">
        {data.totals.map(({ task, taskName, sentence }) => (
          <li key={task}>
            <b>{taskName}</b>：{sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sides({ round }: { round: number }): ReactElement {
  const { data, error, refetch } = useQuery(roundSidesQuery(round));
  if (error !== null) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (data?.length === 0) return <p className="muted">还没有通知到单位。</p>;
  return (
    <section className="card" aria-label="各单位">
      <header className="card-head">
        <h2>各单位核对与反馈</h2>
        <span className="muted">{data ? `${data.length}个单位` : ''}</span>
      </header>
      <table className="plain" aria-busy={!data}>
        <thead>
          <tr>
            <th>单位</th>
            <th>核对情况</th>
            <th>催报</th>
            <th>反馈函</th>
            <th>签收</th>
          </tr>
        </thead>
        <tbody>
          {(data ?? []).map(({ id, unit, answer, chased, documentNo, issuedOn, receivedOn }) => (
            <tr key={id}>
              <td>
                <Link href={`/stocktake_units/${id}`}>{unit.name}</Link>
              </td>
              <td>{ANSWERS[answer] ?? answer}</td>
              <td className="day-cell">{chased > 0 ? `${chased}次` : ''}</td>
              <td>{documentNo === null ? '' : `${documentNo}（${issuedOn ?? ''}）`}</td>
              <td className="day-cell">{receivedOn ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
