import type { ReactElement } from 'react';
import type { WorkflowView } from '../api/types.js';
import { ROLE_LABELS } from '../app/role-labels.js';
import { t } from '../ui/t.js';
import DrawnFlow from '../workflows/case/flow/drawn-flow.js';
import { flowOf } from '../workflows/case/flow/flow-model.js';

/** One revision of a workflow's chart: drawn, and step by step. */
export default function MachineChart({ chart }: { chart: WorkflowView }): ReactElement {
  return (
    <>
      <Chart chart={chart} />
      <Steps chart={chart} />
    </>
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
