import { Button, Input, Select } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import type { Query } from '../api/client.js';
import { PLURALS } from '../api/plurals.js';
import { WORKFLOW_NAMES } from '../api/workflow-names.js';
import { t } from '../ui/t.js';
import { useDebounced } from '../ui/use-debounced.js';
import { CaseFilters } from './case-filters.js';
import type { DeskFilters } from './desk-filters.js';
import { ViewMenu } from './view-menu.js';

interface Props {
  filters: DeskFilters;
  search: URLSearchParams;
  change: (filters: Query) => void;
}

const PAUSE_MS = 250;

export function InboxFilters({ filters, search, change }: Props): ReactElement {
  const kinds = PLURALS.map((plural) => ({ value: plural as string, label: WORKFLOW_NAMES[plural] }));
  const isAll = filters.tab === 'all';
  return (
    <>
      <div className={isAll ? 'desk-filters desk-filters-more' : 'desk-filters'}>
        <Words text={filters.text} change={change} />
        <Select
          size="small"
          aria-label={t('类别')}
          className="desk-kind"
          popupMatchSelectWidth={false}
          value={filters.kind ?? (isAll ? 'proposals' : '')}
          options={isAll ? kinds : [{ value: '', label: t('全部类别') }, ...kinds]}
          onChange={(kind) => change({ kind, state: null })}
        />
        {!isAll && (
          <Button
            size="small"
            aria-pressed={filters.overdue}
            type={filters.overdue ? 'primary' : 'default'}
            ghost={filters.overdue}
            onClick={() => change({ overdue: filters.overdue ? null : true })}
          >
            {t('逾期')}
          </Button>
        )}
        <ViewMenu search={search} />
      </div>
      {isAll && (
        <CaseFilters
          plural={filters.kind ?? 'proposals'}
          unit={filters.unit}
          state={filters.state}
          done={filters.done}
          change={change}
        />
      )}
    </>
  );
}

/** The address follows what is typed, a moment later, so that the server is not asked at each letter. */
function Words({ text, change }: { text: string; change: Props['change'] }): ReactElement {
  const [typed, setTyped] = useState(text);
  const settled = useDebounced(typed, PAUSE_MS);
  const [sent, setSent] = useState(text);
  useEffect(() => {
    if (settled === sent) return;
    setSent(settled);
    change({ q: settled });
  }, [settled, sent, change]);
  // Somebody chose a view, or went back.
  useEffect(() => {
    setTyped(text);
    setSent(text);
  }, [text]);
  return (
    <Input
      size="small"
      allowClear
      className="desk-words"
      aria-label={t('按名称筛选')}
      aria-keyshortcuts="/"
      placeholder={t('名称中的字')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
