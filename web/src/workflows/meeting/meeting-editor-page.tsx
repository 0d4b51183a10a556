import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { caseQuery } from '../../api/queries.js';
import { serverNow } from '../../api/server-time.js';
import { Link, useAddress } from '../../app/router.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { dayInChina } from '../../ui/time.js';
import type { Arrangement } from './arrangement.js';
import { MeetingEditor } from './meeting-editor.js';
import { meetingOf } from './reading.js';

/** @param id null for a meeting that does not exist yet */
export default function MeetingEditorPage({ id }: { id: number | null }): ReactElement {
  const { search } = useAddress();
  if (id !== null) return <StoredMeeting id={id} />;
  const asked = Number(search.get('proposal'));
  const start: Arrangement = {
    body: 'partyGroup',
    day: dayInChina(serverNow()),
    place: '',
    chair: 1,
    members: [],
    agenda: asked > 0 ? [asked] : [],
  };
  return <MeetingEditor stored={null} unit={search.get('unit') ?? ''} start={start} />;
}

function StoredMeeting({ id }: { id: number }): ReactElement {
  const { data: view, error, refetch } = useQuery(caseQuery('meetings', id));
  if (!view) {
    return (
      <div className="page" aria-busy={error === null}>
        {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      </div>
    );
  }
  if (!view.actions.some(({ event, possible }) => event === 'EDIT' && possible)) {
    return (
      <EmptyState title={t('这次会议现在不能修改')} hint={t('需要改期时，在会议页面选择“延期”。')}>
        <Link href={`/meetings/${id}`}>{t('查看会议')}</Link>
      </EmptyState>
    );
  }
  const { body, day, place, chair, members, agenda } = meetingOf(view);
  const start: Arrangement = {
    body,
    day,
    place,
    chair,
    members: members.map(({ name, post, cadre }) => ({ name, post, cadre })),
    agenda: agenda.filter(({ dropped }) => dropped === null).map(({ proposal }) => proposal),
  };
  return <MeetingEditor stored={view} unit={view.unit.code} start={start} />;
}
