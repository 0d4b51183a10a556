import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactElement } from 'react';
import { revisionQuery, workflowsQuery } from '../api/queries.js';
import { useFilters } from '../app/router.js';
import { ErrorNote } from '../ui/error-note.js';
import { fetched } from '../ui/fetched.js';
import { t } from '../ui/t.js';

/** Drawing needs a library of its own. */
const MachineChart = fetched(() => import('./machine-chart.js'));

/** 流程目录: every machine as it runs in production, drawn from its own chart, with who may take which step. */
export default function MachinesPage(): ReactElement {
  const [search, change] = useFilters();
  const { data, error, refetch } = useQuery(workflowsQuery);
  const current = data?.items.find(({ name }) => name === search.get('name')) ?? data?.items[0];
  const revision = Number(search.get('revision') ?? 0) || (current?.revision ?? 0);
  const isOld = current !== undefined && revision !== current.revision;
  const old = useQuery({ ...revisionQuery(current?.name ?? '', revision), enabled: isOld });
  const chart = isOld ? old.data : current;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('流程目录')}</h1>
        <span className="muted">{t('图由正在使用的流程生成；旧事项按其自己的版次办理。')}</span>
      </header>
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      <div className="filters">
        <Select
          aria-label={t('流程')}
          className="filter-unit"
          value={current?.name}
          options={(data?.items ?? []).map(({ name, label }) => ({ value: name, label }))}
          onChange={(name) => change({ name, revision: null })}
        />
        {current && current.earlier.length > 0 && (
          <Select
            aria-label={t('版次')}
            value={revision}
            options={[current.revision, ...current.earlier].map((value) => ({
              value,
              label: t('第{n}版', { n: value }),
            }))}
            onChange={(next) => change({ revision: next })}
          />
        )}
      </div>
      {chart && <MachineChart key={`${chart.name}/${chart.revision}`} chart={chart} />}
    </div>
  );
}
