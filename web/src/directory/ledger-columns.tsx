import type { ReactNode } from 'react';
import { withQuery } from '../api/client.js';
import type { LedgerRow } from '../api/types.js';
import { Link } from '../app/router.js';
import { t } from '../ui/t.js';
import { LevelTag } from '../ui/tags.js';
import { monthText } from '../ui/time.js';

export interface LedgerColumn {
  key: string;
  title: string;
  /** Width as a grid track. */
  track: string;
  number?: boolean;
  /** Always shown: without it a row says nothing. */
  fixed?: boolean;
  cell: (row: LedgerRow, asOf: string | null) => ReactNode;
}

const BASES = { 'approved-headcount': t('核定'), incumbents: t('实配') };

export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  {
    key: 'team',
    title: t('班子和任务'),
    track: 'minmax(200px, 2fr)',
    fixed: true,
    cell: ({ team, teamName, taskName }, asOf) => (
      <>
        <Link href={withQuery(`/teams/${encodeURIComponent(team)}`, { asOf })}>{teamName}</Link>
        <div className="small muted one-line">{taskName}</div>
      </>
    ),
  },
  {
    key: 'unit',
    title: t('单位'),
    track: 'minmax(150px, 1fr)',
    cell: ({ unit, unitName }, asOf) => <Link href={withQuery('/directory', { unit, asOf })}>{unitName}</Link>,
  },
  {
    key: 'level',
    title: t('等级'),
    track: '108px',
    cell: ({ level, severity }) => <LevelTag level={level} severity={severity} />,
  },
  {
    key: 'base',
    title: t('基数'),
    track: '76px',
    number: true,
    cell: ({ baseKind, base }) => `${BASES[baseKind]} ${base}`,
  },
  { key: 'due', title: t('应配'), track: '54px', number: true, cell: ({ due }) => due },
  { key: 'actual', title: t('实配'), track: '54px', number: true, cell: ({ actual }) => actual },
  {
    key: 'shortfall',
    title: t('差额'),
    track: '54px',
    number: true,
    cell: ({ shortfall }) => (shortfall > 0 ? <b className="fails">{shortfall}</b> : 0),
  },
  { key: 'share', title: t('占比'), track: '62px', number: true, cell: ({ ratio }) => shareText(ratio) },
  { key: 'vacancies', title: t('空缺'), track: '70px', cell: ({ vacancies }) => vacancyText(vacancies) },
  {
    key: 'quarters',
    title: t('未达标'),
    track: '66px',
    number: true,
    cell: ({ unmetQuarters }) => (unmetQuarters === 0 ? '—' : t('{n}季度', { n: unmetQuarters })),
  },
  {
    key: 'members',
    title: t('年轻干部'),
    track: 'minmax(200px, 2fr)',
    cell: (row, asOf) => <Members row={row} asOf={asOf} />,
  },
];

/** Until somebody chooses: all but what repeats the name of the team. */
export const USUAL_COLUMNS: readonly string[] = LEDGER_COLUMNS.map(({ key }) => key).filter((key) => key !== 'unit');

export function shareText({ num, den }: LedgerRow['ratio']): string {
  return den === 0 ? '—' : `${Math.round((num / den) * 1000) / 10}%`;
}

function vacancyText({ principal, deputy }: LedgerRow['vacancies']): string {
  const parts = [principal > 0 ? t('正{n}', { n: principal }) : '', deputy > 0 ? t('副{n}', { n: deputy }) : ''].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? '—' : parts.join(' ');
}

function Members({ row, asOf }: { row: LedgerRow; asOf: string | null }): ReactNode {
  const leaving = new Map(row.ageingOut.map(({ cadre, month }) => [cadre, month]));
  return (
    <>
      {row.members.map(({ cadre, name, birth }, at) => (
        <span key={cadre}>
          {at > 0 && '、'}
          <Link href={withQuery(`/cadres/${encodeURIComponent(cadre)}`, { asOf })}>{name}</Link>{' '}
          <span className="muted">{monthText(birth)}</span>
          {leaving.has(cadre) && (
            <span className="ageing">{t('（{month}起不计）', { month: monthText(leaving.get(cadre) ?? '') })}</span>
          )}
        </span>
      ))}
      {row.fallsShortIn !== null && (
        <span className="ageing"> {t('{month}起将有差额', { month: monthText(row.fallsShortIn) })}</span>
      )}
    </>
  );
}
