import { useQuery } from '@tanstack/react-query';
import { Alert, Tabs } from 'antd';
import { type ReactElement, useState } from 'react';
import { sentenceOf } from '../../api/problem.js';
import { caseQuery, commentsQuery, attachmentsQuery, historyQuery } from '../../api/queries.js';
import type { CaseView, Plural } from '../../api/types.js';
import { ErrorNote } from '../../ui/error-note.js';
import { momentText } from '../../ui/time.js';
import { FilingBody } from '../filing/filing-body.js';
import { ProposalBody } from '../proposal/proposal-body.js';
import { ActionPanel } from './action-panel.js';
import { Attachments } from './attachments.js';
import { CaseHeader } from './case-header.js';
import { Comments } from './comments.js';
import { staleNoteOf } from './send-event.js';
import { Timeline } from './timeline.js';

interface Props {
  plural: Plural;
  id: number;
  standsBesideList?: boolean;
}

/** A case of either workflow: where it stands, what can be done, what the gate says, what has happened. */
export function CasePage({ plural, id, standsBesideList = false }: Props): ReactElement {
  const { data: view, error, refetch } = useQuery({ ...caseQuery(plural, id), refetchInterval: 20_000 });
  const [stale, setStale] = useState<unknown>(null);
  if (!view) {
    return (
      <div className="case" aria-busy={error === null}>
        {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      </div>
    );
  }
  return (
    <article className="case">
      <CaseHeader view={view} plural={plural} besideList={standsBesideList} />
      <StaleBanner error={stale} onClose={() => setStale(null)} />
      <ActionPanel view={view} plural={plural} onStale={setStale} />
      <Sections view={view} plural={plural} />
    </article>
  );
}

function StaleBanner({ error, onClose }: { error: unknown; onClose: () => void }): ReactElement | null {
  const note = staleNoteOf(error);
  if (note === null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      closable={{ onClose }}
      title="已被他人处理"
      description={
        <>
          {sentenceOf(error)}
          {note.at !== null && `（${momentText(note.at)}）`} 下面是最新情况，刚才填写的内容没有提交。
        </>
      }
    />
  );
}

function Sections({ view, plural }: { view: CaseView; plural: Plural }): ReactElement {
  const { data: history = [] } = useQuery(historyQuery(plural, view.id));
  const { data: comments = [] } = useQuery(commentsQuery(plural, view.id));
  const { data: files = [] } = useQuery(attachmentsQuery(plural, view.id));
  const counted = (word: string, count: number): string => (count === 0 ? word : `${word} ${count}`);
  const body =
    plural === 'proposals' ? (
      <ProposalBody view={view} history={history} />
    ) : (
      <FilingBody view={view} history={history} />
    );
  return (
    <Tabs
      className="case-tabs"
      items={[
        { key: 'gate', label: '事项与把关', children: body },
        { key: 'history', label: counted('办理经过', history.length), children: <Timeline history={history} /> },
        {
          key: 'comments',
          label: counted('留言', comments.length),
          children: <Comments plural={plural} id={view.id} />,
        },
        {
          key: 'files',
          label: counted('附件', files.length),
          children: <Attachments plural={plural} id={view.id} />,
        },
      ]}
    />
  );
}
