import type { ReactElement } from 'react';
import type { Flow, FlowNode } from './flow-model.js';
import { STATUS_MARKS, statusText, visitText } from './flow-words.js';
import { t } from '../../../ui/t.js';

/** The same chart in words, for whoever reads rather than looks, and for paper. */
export function FlowList({ flow }: { flow: Flow }): ReactElement {
  const onwards = (path: string): string =>
    flow.edges
      .filter(({ from }) => from === path)
      .map(({ to, labels }) => `${labels.join('、') || t('自动')} → ${labelOf(flow, to)}`)
      .join('；');
  return (
    <table className="plain flow-list">
      <thead>
        <tr>
          <th scope="col">{t('环节')}</th>
          <th scope="col">{t('情况')}</th>
          <th scope="col">{t('谁、何时')}</th>
          <th scope="col">{t('之后')}</th>
        </tr>
      </thead>
      <tbody>
        {flow.nodes
          .filter(({ kind }) => kind !== 'start')
          .map((node) => (
            <tr key={node.path} aria-current={node.status === 'current' ? 'step' : undefined}>
              <td>
                {groupLabel(flow, node)}
                {node.label}
              </td>
              <td className="day-cell">
                <span aria-hidden="true">{STATUS_MARKS[node.status]}</span>
                {statusText(node.status)}
              </td>
              <td>
                {[...node.visits, ...node.regions.flatMap(({ visits }) => visits)].map((visit) => (
                  <div key={visit.at + visit.label}>{visitText(visit)}</div>
                ))}
              </td>
              <td className="muted">{onwards(node.path)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

const labelOf = (flow: Flow, path: string): string => flow.nodes.find((node) => node.path === path)?.label ?? path;

function groupLabel(flow: Flow, { group }: FlowNode): string {
  const label = flow.groups.find(({ path }) => path === group)?.label;
  return label === undefined ? '' : `${label} · `;
}
