import { useQuery } from '@tanstack/react-query';
import { Alert, Tabs } from 'antd';
import { type ReactElement, useState } from 'react';
import { usePollMs } from '../../api/live.js';
import { sentenceOf } from '../../api/problem.js';
import { caseQuery, commentsQuery, attachmentsQuery, historyQuery } from '../../api/queries.js';
import type { CaseView, Plural } from '../../api/types.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { momentText } from '../../ui/time.js';
import { ActionPanel } from './action-panel.js';
import { Attachments } from './attachments.js';
import { CaseBody } from './case-body.js';
import { CaseForms, CasePapers } from './case-forms.js';
import { CaseHeader } from './case-header.js';
import { Comments } from './comments.js';
import { FlowSection } from './flow/flow-section.js';
import { staleNoteOf } from './send-event.js';
import { Timeline } from './timeline.js';
import { WordsPanel } from './words/words-panel.js';

interface Props {
  plural: Plural;
  id: number;
  standsBesideList?: boolean;
}

const GATED: ReadonlySet<Plural> = new Set(['proposals', 'filings']);

/** Of these the forms have a place of their own; others show them where they say what they are about. */
const PRINTED: ReadonlySet<Plural> = new Set(['proposals', 'filings']);

/** Of these somebody sees one question and his own answers to it: neither comments nor files nor the way of the case. */
const ONE_QUESTION: ReadonlySet<Plural> = new Set(['headcount_reviews']);

/** A case of any workflow: where it stands, what can be done, what the gate says, what has happened. */
export function CasePage({ plural, id, standsBesideList = false }: Props): ReactElement {
  const { data: view, error, refetch } = useQuery({ ...caseQuery(plural, id), refetchInterval: usePollMs() });
  // Words that come later would push the buttons down under somebody's finger.
  const { data: history = [], isLoading: historyComes } = useQuery(historyQuery(plural, id));
  const [stale, setStale] = useState<{ error: unknown; kept: string[] } | null>(null);
  if (!view || historyComes) {
    return (
      <div className="case" aria-busy={error === null}>
        {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      </div>
    );
  }
  return (
    <article className="case">
      <CaseHeader view={view} plural={plural} besideList={standsBesideList} />
      <StaleBanner stale={stale} onClose={() => setStale(null)} />
      <WordsPanel view={view} plural={plural} history={history} />
      <ActionPanel view={view} plural={plural} onStale={(error, kept) => setStale({ error, kept })} />
      {ONE_QUESTION.has(plural) ? <Question view={view} plural={plural} /> : <Sections view={view} plural={plural} />}
    </article>
  );
}

interface StaleProps {
  stale: { error: unknown; kept: string[] } | null;
  onClose: () => void;
}

/** Somebody else was faster: who and when, and what had been written here, so that nothing is lost. */
function StaleBanner({ stale, onClose }: StaleProps): ReactElement | null {
  const note = staleNoteOf(stale?.error);
  if (stale === null || note === null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      closable={{ onClose }}
      title={t('已被他人处理')}
      description={
        <>
          {sentenceOf(stale.error)}
          {note.at !== null && `（${momentText(note.at)}）`}{' '}
          {stale.kept.length > 0
            ? t('下面是最新情况，刚才填写的内容没有提交，仍可办理时保留在表单里，原文如下：')
            : t('下面是最新情况，刚才填写的内容没有提交。')}
          {stale.kept.map((text) => (
            <blockquote key={text} className="kept">
              {text}
            </blockquote>
          ))}
        </>
      }
    />
  );
}

function Question({ view, plural }: { view: CaseView; plural: Plural }): ReactElement {
  const { data: history = [] } = useQuery(historyQuery(plural, view.id));
  return (
    <div className="stack">
      <CaseBody plural={plural} view={view} history={history} />
      <CaseForms plural={plural} id={view.id} />
      {history.length > 0 && (
        <section className="stack" aria-label={t('签署经过')}>
          <h2>{t('签署经过')}</h2>
          <Timeline history={history} plural={plural} id={view.id} files={[]} />
        </section>
      )}
    </div>
  );
}

function Sections({ view, plural }: { view: CaseView; plural: Plural }): ReactElement {
  const { data: history = [] } = useQuery(historyQuery(plural, view.id));
  const { data: comments = [] } = useQuery(commentsQuery(plural, view.id));
  const { data: files = [] } = useQuery(attachmentsQuery(plural, view.id));
  const counted = (word: string, count: number): string => (count === 0 ? word : `${word} ${count}`);
  return (
    <Tabs
      className="case-tabs"
      tabBarGutter={22}
      items={[
        {
          key: 'gate',
          label: GATED.has(plural) ? t('事项与把关') : t('基本情况'),
          children: <CaseBody plural={plural} view={view} history={history} />,
        },
        {
          key: 'flow',
          label: t('流程'),
          children: <FlowSection plural={plural} view={view} history={history} />,
        },
        {
          key: 'history',
          label: counted(t('办理经过'), history.length),
          children: <Timeline history={history} plural={plural} id={view.id} files={files} />,
        },
        {
          key: 'comments',
          label: counted(t('留言'), comments.length),
          children: <Comments plural={plural} id={view.id} />,
        },
        {
          key: 'files',
          label: counted(t('附件'), files.length),
          children: <Attachments plural={plural} id={view.id} />,
        },
        ...(PRINTED.has(plural)
          ? [{ key: 'papers', label: t('表单'), children: <CasePapers plural={plural} view={view} /> }]
          : []),
      ]}
    />
  );
}
