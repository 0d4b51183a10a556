import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { type ReactElement, useState } from 'react';
import { revisionQuery, workflowsQuery } from '../../../api/queries.js';
import type { CaseView, HistoryEntry, Plural, WorkflowView } from '../../../api/types.js';
import { ErrorNote } from '../../../ui/error-note.js';
import { flowOf } from './flow-model.js';
import { FlowList } from './flow-list.js';
import { NextSteps } from './next-steps.js';
import { fetched } from '../../../ui/fetched.js';
import { t } from '../../../ui/t.js';

/** Drawing needs a library of its own; whoever does not look at the chart does not load it. */
const DrawnFlow = fetched(() => import('./drawn-flow.js'), <div className="flow-scroll" aria-busy="true" />);

interface Props {
  view: CaseView;
  plural: Plural;
  history: readonly HistoryEntry[];
}

/** The production chart of this case's own revision: done, current, not reached, passed by. */
export function FlowSection({ view, plural, history }: Props): ReactElement {
  const { chart, error, refetch } = useChart(plural, view.machineRevision);
  const [whole, setWhole] = useState(false);
  if (!chart) return error === null ? <div aria-busy="true" /> : <ErrorNote error={error} retry={refetch} />;
  const flow = flowOf(chart, view, history);
  return (
    <div className="stack">
      <NextSteps view={view} plural={plural} chart={chart} />
      <section className="flow" aria-label={t('流程图')}>
        <header className="card-head">
          <h2>{t('流程图')}</h2>
          <span className="muted">
            {t('{name}，第{n}版流程；▶ 当前环节，✓ 已办，– 未经过，其余未到', {
              name: chart.label,
              n: chart.revision,
            })}
          </span>
          <Checkbox checked={whole} onChange={(event) => setWhole(event.target.checked)}>
            {t('含退回、撤回等路线')}
          </Checkbox>
        </header>
        <DrawnFlow flow={flow} whole={whole} title={t('{name}流程图', { name: chart.label })} />
        <details className="flow-words">
          <summary>{t('用文字列出各环节')}</summary>
          <FlowList flow={flow} />
        </details>
      </section>
    </div>
  );
}

interface FoundChart {
  chart: WorkflowView | undefined;
  error: unknown;
  refetch: () => void;
}

/** The chart in force, unless the case still follows an earlier one. */
function useChart(plural: Plural, revision: number): FoundChart {
  const catalogue = useQuery(workflowsQuery);
  const current = catalogue.data?.items.find((item) => item.plural === plural);
  const isOld = current !== undefined && current.revision !== revision;
  const old = useQuery({ ...revisionQuery(current?.name ?? '', revision), enabled: isOld });
  return {
    chart: isOld ? old.data : current,
    error: catalogue.error ?? old.error,
    refetch: () => void (catalogue.error === null ? old.refetch() : catalogue.refetch()),
  };
}
