import type { ReactElement } from 'react';
import type { AttachmentView, HistoryEntry, Plural } from '../../api/types.js';
import { ROLE_LABELS } from '../../app/role-labels.js';
import { VerdictTag } from '../../ui/tags.js';
import { momentText } from '../../ui/time.js';
import { DownloadLink } from '../../ui/download-link.js';
import { choiceLabel, FIELD_LABELS } from './forms/field-words.js';
import { gateRuns } from './gate/gate-runs.js';
import { VerdictPanel } from './gate/verdict-panel.js';
import { t } from '../../ui/t.js';

/** Shown elsewhere on the page, or of no meaning to people. */
const HIDDEN = new Set([
  'opinion',
  'items',
  'title',
  'reason',
  'unit',
  'gate',
  'votes',
  'attachments',
  'proposal',
  'filing',
]);
const MOST_PARTS = 10;

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
            {entry.actor.display}
            {entry.actor.role !== 'system' && `（${ROLE_LABELS[entry.actor.role] ?? entry.actor.role}）`} ·{' '}
            {momentText(entry.at)} · {t('第{n}版', { n: entry.version })}
          </div>
          <Said payload={entry.payload} bySystem={entry.actor.role === 'system'} />
          <Enclosed payload={entry.payload} plural={plural} id={id} files={files} />
          <VerdictOnRecord entry={entry} />
        </li>
      ))}
    </ol>
  );
}

interface SaidProps {
  payload: HistoryEntry['payload'];
  /** What the product passes on to itself under names of its own is no news to people. */
  bySystem: boolean;
}

function Said({ payload, bySystem }: SaidProps): ReactElement | null {
  const opinion = typeof payload['opinion'] === 'string' ? payload['opinion'] : '';
  const parts = Object.entries(payload)
    .filter(([name]) => !HIDDEN.has(name) && (!bySystem || name in FIELD_LABELS))
    .flatMap(([name, value]) => {
      const text = textOf(value);
      return text === '' ? [] : [`${FIELD_LABELS[name] ?? name} ${text}`];
    })
    .slice(0, MOST_PARTS);
  const votes = Array.isArray(payload['votes']) ? (payload['votes'] as Record<string, number>[]) : [];
  const counted = votes.map((vote, at) =>
    t('第{n}项 同意{agree}、不同意{against}、缓议{deferred}', {
      n: at + 1,
      agree: vote['for'] ?? 0,
      against: vote['against'] ?? 0,
      deferred: vote['deferred'] ?? 0,
    }),
  );
  if (opinion === '' && parts.length === 0 && counted.length === 0) return null;
  return (
    <div className="said">
      {opinion !== '' && <p className="opinion">{opinion}</p>}
      {parts.length + counted.length > 0 && <p className="muted">{[...parts, ...counted].join(' · ')}</p>}
    </div>
  );
}

/** The files that went with a step. */
function Enclosed({ payload, plural, id, files }: Omit<Props, 'history'> & Pick<HistoryEntry, 'payload'>) {
  const enclosed = Array.isArray(payload['attachments']) ? (payload['attachments'] as unknown[]) : [];
  const found = files.filter((file) => enclosed.includes(file.id));
  if (found.length === 0) return null;
  return (
    <p>
      {t('附件：')}
      {found.map((file) => (
        <DownloadLink key={file.id} path={`${plural}/${id}/attachments/${file.id}`}>
          {file.name}
        </DownloadLink>
      ))}
    </p>
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

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? t('是') : t('否');
  if (Array.isArray(value)) return value.filter((entry) => typeof entry === 'string').join('、');
  if (typeof value === 'object') {
    const { count, byDay } = value as { count?: number; byDay?: string };
    return byDay === undefined ? '' : t('{day}前再配备{n}名', { day: byDay, n: count ?? '' });
  }
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? choiceLabel(value) : '';
}
