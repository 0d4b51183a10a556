import type { ReactElement, ReactNode } from 'react';
import { type Query, withQuery } from '../api/client.js';
import type { AreaSums, LeavingMonth, LevelRow, TrendQuarter } from '../api/situation-types.js';
import { Link } from '../app/router.js';
import { t } from '../ui/t.js';
import { monthText } from '../ui/time.js';
import { percent } from './options.js';

/** Where the numbers of a page lead: the same day, task and part of the tree. */
export interface Ground {
  asOf: string | null;
  task: string | null;
  unit: string | null;
}

/** The list behind a number. @returns the address in the ledger */
export function ledgerOf(ground: Ground, more: Query): string {
  return withQuery('/ledger', { ...ground, ...more });
}

export const placeOf = (code: string | null): Query => (code === null ? { city: true } : { unit: code });

/** A number that opens its list; nothing is behind a zero. */
export function Count({ value, href }: { value: number; href: string }): ReactElement {
  return value === 0 ? <>0</> : <Link href={href}>{value.toLocaleString('zh-CN')}</Link>;
}

interface Column<Row> {
  title: string;
  number?: boolean;
  cell: (row: Row) => ReactNode;
}

function TwinTable<Row>({ rows, columns }: { rows: readonly Row[]; columns: readonly Column<Row>[] }): ReactElement {
  return (
    <table className="plain">
      <thead>
        <tr>
          {columns.map(({ title, number }) => (
            <th key={title} className={number === true ? 'number' : undefined} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {columns.map(({ title, number, cell }) => (
              <td key={title} className={number === true ? 'number' : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface AreaProps {
  areas: readonly AreaSums[];
  ground: Ground;
}

export function LevelsTable({ areas, ground, levels }: AreaProps & { levels: readonly LevelRow[] }): ReactElement {
  const byLevel = levels.map(({ level, label }): Column<AreaSums> => ({
    title: label,
    number: true,
    cell: (area) => <Count value={area.levels[level]} href={ledgerOf(ground, { ...placeOf(area.code), level })} />,
  }));
  return (
    <TwinTable
      rows={areas}
      columns={[
        { title: t('旗县区'), cell: ({ code, name }) => <Link href={ledgerOf(ground, placeOf(code))}>{name}</Link> },
        { title: t('班子（按任务计）'), number: true, cell: ({ rows }) => rows },
        ...byLevel,
        { title: t('应配'), number: true, cell: ({ due }) => due },
        { title: t('实配'), number: true, cell: ({ actual }) => actual },
        {
          title: t('差额'),
          number: true,
          cell: ({ code, shortfall }) => (
            <Count value={shortfall} href={ledgerOf(ground, { ...placeOf(code), short: true })} />
          ),
        },
      ]}
    />
  );
}

export function HeadlineTable({ areas, ground, task }: AreaProps & { task: string | undefined }): ReactElement {
  const shown = areas.flatMap(({ code, name, headline }) => (headline === null ? [] : [{ code, name, ...headline }]));
  return (
    <TwinTable
      rows={shown}
      columns={[
        {
          title: t('旗县区'),
          cell: ({ code, name }) => <Link href={ledgerOf(ground, { unit: code, task })}>{name}</Link>,
        },
        { title: t('班子数'), number: true, cell: ({ teams }) => teams },
        { title: t('达标'), number: true, cell: ({ met }) => met },
        { title: t('占比'), number: true, cell: ({ share }) => `${percent(share)}%` },
        {
          title: t('结果'),
          cell: ({ reached }) => (
            <span className={reached ? 'fits' : 'fails'}>{reached ? `✓ ${t('已达到')}` : `✕ ${t('未达到')}`}</span>
          ),
        },
      ]}
    />
  );
}

export function TrendTable({ quarters, ground }: { quarters: readonly TrendQuarter[]; ground: Ground }): ReactElement {
  return (
    <TwinTable
      rows={quarters}
      columns={[
        {
          title: t('季度末'),
          cell: ({ day, quarter }) => <Link href={ledgerOf(ground, { asOf: day })}>{quarter}</Link>,
        },
        { title: t('来源'), cell: ({ source }) => (source === 'frozen' ? t('摸底固化') : t('重算')) },
        { title: t('应配'), number: true, cell: ({ due }) => due },
        { title: t('实配'), number: true, cell: ({ actual }) => actual },
        {
          title: t('差额'),
          number: true,
          cell: ({ day, shortfall }) => <Count value={shortfall} href={ledgerOf(ground, { asOf: day, short: true })} />,
        },
        { title: t('达标'), number: true, cell: ({ met, rows }) => `${met}/${rows}` },
        { title: 'A / B / C', number: true, cell: ({ levels: { A, B, C } }) => `${A} / ${B} / ${C}` },
      ]}
    />
  );
}

export function AgeingTable({ months, ground }: { months: readonly LeavingMonth[]; ground: Ground }): ReactElement {
  return (
    <TwinTable
      rows={months}
      columns={[
        { title: t('月份'), cell: ({ month }) => monthText(month) },
        {
          title: t('不再计入的人数'),
          number: true,
          cell: ({ people, month }) => <Count value={people} href={leaversOf(ground, month)} />,
        },
        { title: t('超过年龄口径'), number: true, cell: ({ byAge }) => byAge },
        { title: t('任期届满'), number: true, cell: ({ byTerm }) => byTerm },
        { title: t('自当月起将有差额的班子'), number: true, cell: ({ rowsFallingShort }) => rowsFallingShort },
      ]}
    />
  );
}

export const leaversOf = (ground: Ground, month: string): string =>
  withQuery('/situation/leavers', { ...ground, month });

export function VacanciesTable({ areas, ground }: AreaProps): ReactElement {
  const opens = (code: string | null, more: Query): string => ledgerOf(ground, { ...placeOf(code), ...more });
  return (
    <TwinTable
      rows={areas}
      columns={[
        { title: t('旗县区'), cell: ({ name }) => name },
        {
          title: t('差额'),
          number: true,
          cell: ({ code, shortfall }) => <Count value={shortfall} href={opens(code, { short: true })} />,
        },
        {
          title: t('空缺职数'),
          number: true,
          cell: ({ code, vacancies }) => <Count value={vacancies} href={opens(code, { vacant: true })} />,
        },
        {
          title: t('空缺可补的差额'),
          number: true,
          cell: ({ code, fillable }) => <Count value={fillable} href={opens(code, { short: true, vacant: true })} />,
        },
      ]}
    />
  );
}
