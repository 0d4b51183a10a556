import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Query } from '../api/client.js';
import { ledgerQuery } from '../api/queries.js';
import type { LedgerRow } from '../api/types.js';
import { t } from '../ui/t.js';
import { LEDGER_COLUMNS } from './ledger-columns.js';
import { pageQuery, rowFinder, VirtualTable } from './virtual-table.js';

export { shareText } from './ledger-columns.js';

interface Props {
  filter: Query;
  total: number;
  shown: readonly string[];
  asOf: string | null;
}

export function LedgerTable({ filter, total, shown, asOf }: Props): ReactElement {
  const chosen = LEDGER_COLUMNS.filter(({ key, fixed }) => fixed === true || shown.includes(key));
  const useRows = (pages: readonly number[]): ((index: number) => LedgerRow | undefined) => {
    const queries = pages.map((page) => ({
      ...ledgerQuery({ ...filter, ...pageQuery(page) }),
      placeholderData: page === 0 ? keepPreviousData : undefined,
    }));
    return rowFinder(pages, useQueries({ queries }));
  };
  return (
    <VirtualTable
      label={t('配备台账')}
      total={total}
      minWidth={1090}
      columns={chosen.map((column) => ({ ...column, cell: (row: LedgerRow) => column.cell(row, asOf) }))}
      useRows={useRows}
    />
  );
}
