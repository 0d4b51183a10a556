import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { attachmentsQuery } from '../../../api/queries.js';
import type { CaseView, HistoryEntry, Plural } from '../../../api/types.js';
import { t } from '../../../ui/t.js';
import { momentText } from '../../../ui/time.js';
import { Enclosed, Said, signedBy } from './said.js';
import { wordsBefore } from './words-before.js';

interface Props {
  view: CaseView;
  plural: Plural;
  history: readonly HistoryEntry[];
}

/** What others have written and somebody now decides on: above the buttons, not behind a tab. */
export function WordsPanel({ view, plural, history }: Props): ReactElement | null {
  const words = wordsBefore(plural, view, history);
  const enclose = words.some(({ payload }) => Array.isArray(payload['attachments']));
  const { data: files = [] } = useQuery({ ...attachmentsQuery(plural, view.id), enabled: enclose });
  if (words.length === 0) return null;
  return (
    <section className="words" aria-label={t('说明与意见')}>
      <ul className="comments">
        {words.map((entry) => (
          <li key={entry.version}>
            <b>{entry.label}</b>{' '}
            <span className="muted">
              {signedBy(entry.actor)} · {momentText(entry.at)}
            </span>
            <Said payload={entry.payload} type={entry.type} bySystem={entry.actor.role === 'system'} />
            <Enclosed payload={entry.payload} plural={plural} id={view.id} files={files} />
          </li>
        ))}
      </ul>
    </section>
  );
}
