import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { caseQuery } from '../../../api/queries.js';
import { Link, useAddress } from '../../../app/router.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { ErrorNote } from '../../../ui/error-note.js';
import { EMPTY_DRAFT } from './draft.js';
import { Editor } from './editor.js';
import { t } from '../../../ui/t.js';

/** @param id null for a proposal that does not exist yet */
export default function EditorPage({ id }: { id: number | null }): ReactElement {
  const { search } = useAddress();
  if (id !== null) return <StoredProposal id={id} />;
  return <Editor stored={null} start={{ ...EMPTY_DRAFT, unit: search.get('unit') ?? '' }} />;
}

function StoredProposal({ id }: { id: number }): ReactElement {
  const { data: view, error, refetch } = useQuery(caseQuery('proposals', id));
  if (!view) {
    return (
      <div className="page" aria-busy={error === null}>
        {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      </div>
    );
  }
  if (!view.actions.some(({ event, possible }) => event === 'EDIT' && possible)) {
    return (
      <EmptyState
        title={t('这件动议现在不能修改')}
        hint={t('当前环节是“{state}”。需要修改时，先退回或撤回到起草。', { state: view.label })}
      >
        <Link href={`/proposals/${id}`}>{t('查看动议')}</Link>
      </EmptyState>
    );
  }
  const { title = '', reason = '', items = [] } = view.context;
  return <Editor stored={view} start={{ unit: view.unit.code, title, reason, items }} />;
}
