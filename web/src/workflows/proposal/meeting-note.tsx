import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { OUTCOME_LABELS } from '../../../../machines/rules/index.js';
import type { MeetingOfProposal } from '../../api/meeting-types.js';
import type { CaseView } from '../../api/types.js';
import { belongsTo, MEETING_READERS, rolesOf, useSession } from '../../app/current-session.js';
import { Link } from '../../app/router.js';
import { t } from '../../ui/t.js';
import { meetingsOfQuery } from '../meeting/reading.js';

/** Steps before which no meeting can have had the proposal. */
const BEFORE = /^(draft|preConsultation|submitted|preReview|gateDecision|inSelection\.(recommendation|inspection))/;

/** Meetings that had the proposal on their agenda, and what they decided. */
export function MeetingNote({ view }: { view: CaseView }): ReactElement | null {
  const reads = belongsTo(MEETING_READERS, rolesOf(useSession()));
  const { data = [] } = useQuery({ ...meetingsOfQuery(view.id), enabled: reads && !BEFORE.test(view.statePath) });
  const arranges = view.statePath === 'inSelection.deliberation' && !data.some(({ open }) => open);
  const mayArrange = view.actions.some(({ event, possible }) => event === 'RECORD_DELIBERATION' && possible);
  if (data.length === 0 && !(arranges && mayArrange)) return null;
  return (
    <section aria-label={t('会议')}>
      {data.map((held) => (
        <p key={held.meeting}>
          <Link href={`/meetings/${held.meeting}`}>{t('第{id}号会议', { id: held.meeting })}</Link>（{held.day}{' '}
          {held.body}）：{saidOf(held)}
        </p>
      ))}
      {arranges && mayArrange && (
        <p>
          <Link href={`/meetings/new?unit=${encodeURIComponent(view.unit.code)}&proposal=${view.id}`}>
            {t('安排会议讨论决定')}
          </Link>
        </p>
      )}
    </section>
  );
}

function saidOf({ dropped, outcome, label }: MeetingOfProposal): string {
  if (dropped !== null) return t('已撤下：{reason}', { reason: dropped });
  return outcome === null ? label : OUTCOME_LABELS[outcome];
}
