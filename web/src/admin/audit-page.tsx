import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { post } from '../api/client.js';
import { useFilters } from '../app/router.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import { auditQuery, type ChainReport } from './admin-api.js';
import { AuditExport } from './audit-export.js';
import { AuditTable } from './audit-table.js';

const PAGE_ROWS = 50;
const FILTERS = ['from', 'to', 'actor', 'event', 'objectType', 'objectId', 'result', 'requestId'] as const;

/** The audit as its administrator reads it: searched, verified, exported; reading it is itself on record. */
export default function AuditPage(): ReactElement {
  const [search, change] = useFilters();
  const [before, setBefore] = useState<string | null>(null);
  const given = Object.fromEntries(FILTERS.map((name) => [name, search.get(name)]));
  const filter = { ...given, from: instantOf(search.get('from')), to: instantOf(search.get('to')) };
  const { data, error, refetch } = useQuery(auditQuery({ ...filter, before, limit: PAGE_ROWS }));
  const set = (name: string, value: string): void => {
    setBefore(null);
    change({ [name]: value.trim() });
  };
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('审计')}</h1>
        <span className="muted">{t('记录只有编号和代码，不含姓名和内容；查询和导出本身也会记录。')}</span>
      </header>
      <Verification />
      <Filters search={search} set={set} />
      <div className="filters">
        <AuditExport filter={filter} />
      </div>
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && <EmptyState title={t('没有符合条件的记录')} hint={t('放宽时间或条件再查。')} />}
      {data && data.items.length > 0 && <AuditTable items={data.items} />}
      <div className="filters">
        {before !== null && <Button onClick={() => setBefore(null)}>{t('回到最近')}</Button>}
        {typeof data?.next === 'string' && <Button onClick={() => setBefore(data.next)}>{t('更早的记录')}</Button>}
      </div>
    </div>
  );
}

/** A minute of the page's clock, which is China's, as the server takes it. */
const instantOf = (minute: string | null): string | null => (minute ? `${minute}:00+08:00` : null);

function Filters({
  search,
  set,
}: {
  search: URLSearchParams;
  set: (name: string, value: string) => void;
}): ReactElement {
  const field = (name: (typeof FILTERS)[number], label: string, type = 'text'): ReactElement => (
    <label className="as-of">
      {label}
      <Input
        type={type}
        allowClear
        defaultValue={search.get(name) ?? ''}
        onPressEnter={(event) => set(name, event.currentTarget.value)}
        onBlur={(event) => set(name, event.currentTarget.value)}
      />
    </label>
  );
  return (
    <div className="filters" role="search" aria-label={t('查询条件')}>
      {field('from', t('自'), 'datetime-local')}
      {field('to', t('至'), 'datetime-local')}
      {field('actor', t('操作人编号'), 'number')}
      {field('event', t('事件'))}
      {field('objectType', t('对象类别'))}
      {field('objectId', t('对象编号'))}
      {field('result', t('结果'))}
      {field('requestId', t('请求编号'))}
    </div>
  );
}

function Verification(): ReactElement {
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => post<ChainReport>('audit/verify', {}),
  });
  return (
    <section className="stack" aria-label={t('校验')}>
      <Button loading={isPending} onClick={() => mutate()}>
        {t('校验审计链')}
      </Button>
      {error !== null && <ErrorNote error={error} />}
      {data && (
        <Alert
          type={data.faults === 0 ? 'success' : 'error'}
          showIcon
          title={t('已校验 {seals} 个封存、{records} 条记录、{anchors} 个锚定文件', {
            seals: data.seals,
            records: data.records,
            anchors: data.anchors,
          })}
          description={
            data.faults === 0 ? t('全部相符。') : data.first.map(({ sentence }) => <p key={sentence}>{sentence}</p>)
          }
        />
      )}
    </section>
  );
}
