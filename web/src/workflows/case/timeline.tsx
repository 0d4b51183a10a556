import type { ReactElement } from 'react';
import type { AttachmentView, HistoryEntry, Plural } from '../../api/types.js';
import { VerdictTag } from '../../ui/tags.js';
import { momentText } from '../../ui/time.js';
import { gateRuns } from './gate/gate-runs.js';
import { VerdictPanel } from './gate/verdict-panel.js';
import { t } from '../../ui/t.js';
import { Enclosed, Said, signedBy } from './words/said.js';

interface Props {
  history: readonly HistoryEntry[];
  plural: Plural;
  id: number;
  files: readonly AttachmentView[];
}

/** Every step, the latest first: who (standing in for whom), when, what was said, and what the gate found. */
export function Timeline({ history, plural, id, files }: Props): ReactElement {
  return (
    <ol className="timeline">
      {history.toReversed().map((entry) => (
        <li key={entry.version}>
          <div className="timeline-head">
            <b>{entry.label}</b>
            {entry.fromLabel !== entry.toLabel && (
              <span className="muted">
                {entry.fromLabel === '' ? '' : `${entry.fromLabel} `}→ {entry.toLabel}
              </span>
            )}
            {entry.facts.gate?.verdict && <VerdictTag verdict={entry.facts.gate.verdict} />}
          </div>
          <div className="muted">
            {signedBy(entry.actor)} · {momentText(entry.at)} · {t('第{n}版', { n: entry.version })}
          </div>
          <Said payload={entry.payload} type={entry.type} bySystem={entry.actor.role === 'system'} />
          <Enclosed payload={entry.payload} plural={plural} id={id} files={files} />
          <VerdictOnRecord entry={entry} />
        </li>
      ))}
    </ol>
  );
}

/** What the gate knew and said at that moment, as it was stored with the step. */
function VerdictOnRecord({ entry }: { entry: HistoryEntry }): ReactElement | null {
  const [run] = gateRuns([entry]);
  if (!run) return null;
  return (
    <details className="on-record">
      <summary>
        {t('当时的把关依据（按 {day}，规则第{n}版）', {
          day: run.gate.decisionDate,
          n: run.gate.policyVersion,
        })}
      </summary>
      <VerdictPanel gate={run.gate} title={t('{step}时的结论', { step: entry.label })} />
    </details>
  );
}
