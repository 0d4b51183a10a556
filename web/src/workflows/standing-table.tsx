import type { ReactElement, ReactNode } from 'react';
import type { FrozenRow } from '../api/types.js';
import { t } from '../ui/t.js';
import { LevelTag } from '../ui/tags.js';

/** How a team stands under a task, as a round froze it. */
export type StandingRow = Pick<
  FrozenRow,
  'team' | 'task' | 'due' | 'actual' | 'shortfall' | 'level' | 'severity' | 'unmetQuarters'
>;

interface Props<Row extends StandingRow> {
  rows: readonly Row[];
  team: (row: Row) => ReactNode;
  task: (row: Row) => ReactNode;
  /** What this list alone has to say of each row. */
  last?: { title: string; cell: (row: Row) => ReactNode };
}

/** Teams with their numbers, one line a task: of a frozen ledger, and of the circular that rests on it. */
export function StandingTable<Row extends StandingRow>({ rows, team, task, last }: Props<Row>): ReactElement {
  return (
    <div className="table-scroll">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('单位和班子')}</th>
            <th scope="col">{t('配备任务')}</th>
            <th scope="col">{t('等级')}</th>
            <th scope="col" className="number">
              {t('应配/实配')}
            </th>
            <th scope="col" className="number">
              {t('差额')}
            </th>
            <th scope="col" className="number">
              {t('未达标季度')}
            </th>
            {last && <th scope="col">{last.title}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.team}/${row.task}`}>
              <td>{team(row)}</td>
              <td>{task(row)}</td>
              <td>
                <LevelTag level={row.level} severity={row.severity} />
              </td>
              <td className="number">
                {row.due}/{row.actual}
              </td>
              <td className="number">{row.shortfall}</td>
              <td className="number">{row.unmetQuarters}</td>
              {last && <td>{last.cell(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
