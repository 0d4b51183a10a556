import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactElement } from 'react';
import { revisionQuery, workflowsQuery } from '../api/queries.js';
import type { WorkflowView } from '../api/types.js';
import { ROLE_LABELS } from '../app/role-labels.js';
import { useFilters } from '../app/router.js';
import { ErrorNote } from '../ui/error-note.js';
import { fetched } from '../ui/fetched.js';
import { t } from '../ui/t.js';
import { flowOf } from '../workflows/case/flow/flow-model.js';

const DrawnFlow = fetched(() => import('../workflows/case/flow/drawn-flow.js'));

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
      {chart && (
        <>
          <Chart key={`${chart.name}/${chart.revision}`} chart={chart} />
          <Steps chart={chart} />
        </>
      )}
    </div>
  );
}

function Chart({ chart }: { chart: WorkflowView }): ReactElement {
  const start = chart.states.find(({ kind }) => kind === 'start')?.path ?? '';
  const flow = flowOf(chart, { state: start, statePath: start, done: false }, []);
  return (
    <section className="card flow" aria-label={t('流程图')}>
      <header className="card-head">
        <h2>{chart.label}</h2>
        <span className="muted">{t('第{n}版', { n: chart.revision })}</span>
      </header>
      <DrawnFlow flow={flow} whole title={t('{name}流程图', { name: chart.label })} />
    </section>
  );
}

function Steps({ chart: { states, transitions } }: { chart: WorkflowView }): ReactElement {
  const labels = new Map(states.map(({ path, label }) => [path, label]));
  return (
    <section className="card" aria-label={t('各环节的操作')}>
      <header className="card-head">
        <h2>{t('各环节的操作')}</h2>
      </header>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('环节')}</th>
            <th scope="col">{t('操作')}</th>
            <th scope="col">{t('到')}</th>
            <th scope="col">{t('由谁办理')}</th>
          </tr>
        </thead>
        <tbody>
          {transitions.map(({ from, to, event, label, roles }, at) => (
            <tr key={at}>
              <td>{labels.get(from) ?? from}</td>
              <td>{event === '' ? t('自动') : label}</td>
              <td>{labels.get(to) ?? to}</td>
              <td>{roles.map((role) => ROLE_LABELS[role] ?? role).join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
