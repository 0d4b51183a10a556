import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { previewQuery } from '../../../api/queries.js';
import type { Item } from '../../../api/types.js';
import { ErrorNote } from '../../../ui/error-note.js';
import { useDebounced } from '../../../ui/use-debounced.js';
import { SuggestionList } from '../../case/gate/suggestion-list.js';
import { VerdictPanel } from '../../case/gate/verdict-panel.js';
import { askable, type Draft } from './draft.js';
import { t } from '../../../ui/t.js';

const PAUSE_MS = 300;

interface Props {
  draft: Draft;
  apply: (items: Item[]) => void;
}

/** What the gate would say of the items as they stand now, and what would do better. Nothing is stored. */
export function VerdictAside({ draft, apply }: Props): ReactElement {
  const asked = useDebounced({ unit: draft.unit, items: askable(draft.items) }, PAUSE_MS);
  const enabled = asked.unit !== '' && asked.items.length > 0;
  const { data, error, isFetching, refetch } = useQuery({ ...previewQuery(asked.unit, asked.items), enabled });
  if (!enabled || draft.items.length === 0) {
    return (
      <aside className="editor-aside" aria-label={t('试算')}>
        <h2>{t('试算')}</h2>
        <p className="muted">
          {t(
            '加入拟任免事项后，这里随时显示动议关会怎么说：哪些班子受影响、调整前后的差额、为什么，以及怎样调整可以通过。',
          )}
        </p>
      </aside>
    );
  }
  return (
    <aside className="editor-aside" aria-label={t('试算')} aria-busy={isFetching} aria-live="polite">
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {data && error === null && (
        <>
          <VerdictPanel gate={data} title={t('试算')} />
          <SuggestionList suggestions={data.suggestions} apply={({ items }) => apply(items)} />
        </>
      )}
    </aside>
  );
}
