import type { ReactElement } from 'react';
import type { AttachmentView, HistoryEntry, Plural } from '../../../api/types.js';
import { ROLE_LABELS } from '../../../app/role-labels.js';
import { DownloadLink } from '../../../ui/download-link.js';
import { t } from '../../../ui/t.js';
import { choiceLabel, FIELD_LABELS } from '../forms/field-words.js';
import { TeamLink } from './team-link.js';

/** Shown elsewhere on the page, or of no meaning to people. */
const HIDDEN = new Set([
  'opinion',
  'explanation',
  'reason',
  'rows',
  'items',
  'title',
  'unit',
  'gate',
  'votes',
  'attachments',
  'proposal',
  'filing',
]);
const MOST_PARTS = 10;

/** The reason of a whole case stands at its head. */
const REASON_AT_THE_HEAD = new Set(['CREATE', 'EDIT']);

export const signedBy = ({ display, role }: HistoryEntry['actor']): string =>
  role === 'system' ? display : `${display}（${ROLE_LABELS[role] ?? role}）`;

interface Props {
  payload: HistoryEntry['payload'];
  type: string;
  /** What the product passes on to itself under names of its own is no news to people. */
  bySystem: boolean;
}

/** What was said with a step: the words as they were written, the other fields in one line. */
export function Said({ payload, type, bySystem }: Props): ReactElement | null {
  const reason = REASON_AT_THE_HEAD.has(type) ? '' : payload['reason'];
  const words = [payload['opinion'], payload['explanation'], reason].filter(
    (text): text is string => typeof text === 'string' && text !== '',
  );
  const parts = Object.entries(payload)
    .filter(([name]) => !HIDDEN.has(name) && (!bySystem || name in FIELD_LABELS))
    .flatMap(([name, value]) => {
      const text = textOf(value);
      return text === '' ? [] : [`${FIELD_LABELS[name] ?? name} ${text}`];
    })
    .slice(0, MOST_PARTS);
  const small = [...parts, ...countedVotes(payload['votes'])];
  const rows = wrongRows(payload['rows']);
  if (words.length + small.length + rows.length === 0) return null;
  return (
    <div className="said">
      {words.map((text) => (
        <p key={text} className="opinion">
          {text}
        </p>
      ))}
      {rows.map(({ team, note }) => (
        <p key={`${team}/${note}`}>
          <TeamLink code={team} /> {note}
        </p>
      ))}
      {small.length > 0 && <p className="muted">{small.join(' · ')}</p>}
    </div>
  );
}

function countedVotes(given: unknown): string[] {
  const votes = Array.isArray(given) ? (given as Record<string, number>[]) : [];
  return votes.map((vote, at) =>
    t('第{n}项 同意{agree}、不同意{against}、缓议{deferred}', {
      n: at + 1,
      agree: vote['for'] ?? 0,
      against: vote['against'] ?? 0,
      deferred: vote['deferred'] ?? 0,
    }),
  );
}

/** Rows of the ledger that a unit finds wrong, each with what is wrong. */
function wrongRows(given: unknown): { team: string; note: string }[] {
  const rows = Array.isArray(given) ? (given as Partial<{ team: string; note: string }>[]) : [];
  return rows.flatMap(({ team, note }) => (team === undefined ? [] : [{ team, note: note ?? '' }]));
}

interface EnclosedProps extends Pick<HistoryEntry, 'payload'> {
  plural: Plural;
  id: number;
  files: readonly AttachmentView[];
}

/** The files that went with a step. */
export function Enclosed({ payload, plural, id, files }: EnclosedProps): ReactElement | null {
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
