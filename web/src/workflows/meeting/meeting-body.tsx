import type { ReactElement } from 'react';
import { MEETING_BODIES, OUTCOME_LABELS, quorumSentence, VOTE_LABELS } from '../../../../machines/rules/index.js';
import type { MeetingContext, MeetingEntry } from '../../api/meeting-types.js';
import type { CaseView } from '../../api/types.js';
import { Link } from '../../app/router.js';
import { t } from '../../ui/t.js';
import { CaseForms } from '../case/case-forms.js';
import { FactList } from '../case/context-facts.js';
import { isPresent, meetingOf, quorumOf, rowsOf } from './reading.js';
import { VotingGrid } from './voting-grid.js';

/** A meeting: when and where, its agenda with what became of each proposal, who was there, the votes, and its papers. */
export default function MeetingBody({ view }: { view: CaseView }): ReactElement {
  const meeting = meetingOf(view);
  const attended = Object.keys(meeting.attendance).length > 0;
  const voting = !['draft', 'convened', 'cancelled'].includes(view.statePath);
  return (
    <div className="stack">
      <FactList facts={arrangement(meeting)} />
      <Agenda entries={meeting.agenda} />
      {attended && <Attendance meeting={meeting} needed={quorumOf(view).needed} />}
      {voting && (
        <section aria-label={t('表决情况')}>
          <h2>{t('表决情况')}</h2>
          <VotingGrid meeting={meeting} quorum={quorumOf(view)} marks={{}} />
        </section>
      )}
      <Corrections meeting={meeting} />
      <CaseForms plural="meetings" id={view.id} />
    </div>
  );
}

function arrangement({ body, day, place, members, chair }: MeetingContext): { name: string; value: string }[] {
  const nameOf = (no: number): string => members.find((member) => member.no === no)?.name ?? '';
  return [
    { name: t('会议'), value: MEETING_BODIES[body] },
    { name: t('会议日期'), value: day },
    { name: t('地点'), value: place },
    { name: t('主持人'), value: nameOf(chair) },
    {
      name: t('应到会成员'),
      value: t('{n}人：{names}', { n: members.length, names: members.map(({ name }) => name).join('、') }),
    },
  ];
}

function Agenda({ entries }: { entries: readonly MeetingEntry[] }): ReactElement {
  return (
    <section aria-label={t('议程')}>
      <h2>{t('议程')}</h2>
      <table className="plain">
        <thead>
          <tr>
            <th>{t('议题')}</th>
            <th>{t('拟任免事项')}</th>
            <th>{t('办理情况')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.proposal} className={entry.dropped ? 'vacant' : undefined}>
              <td>
                <Link href={`/proposals/${entry.proposal}`}>{entry.title}</Link>
              </td>
              <td>
                {entry.matters.map(({ item, name, change }) => (
                  <div key={item}>
                    {name}：{change}
                  </div>
                ))}
              </td>
              <td>{standingOfEntry(entry)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function standingOfEntry({ dropped, decision }: MeetingEntry): string {
  if (dropped) return t('已撤下：{reason}', { reason: dropped.reason });
  if (decision === null) return t('待讨论决定');
  if (decision.status === 'recorded') {
    return t('{outcome}，已登记到动议', { outcome: OUTCOME_LABELS[decision.outcome ?? 'open'] });
  }
  if (decision.status === 'refused') return t('未能登记：{reason}', { reason: decision.reason ?? '' });
  if (decision.status === 'setAside') return t('另行处理：{reason}', { reason: decision.reason ?? '' });
  return t('正在登记到动议');
}

function Attendance({ meeting, needed }: { meeting: MeetingContext; needed: number }): ReactElement {
  const present = meeting.members.filter(({ no }) => isPresent(meeting, no));
  const away = meeting.members.filter(({ no }) => !isPresent(meeting, no));
  const rows = rowsOf(meeting);
  const nameOf = (no: number): string => meeting.members.find((member) => member.no === no)?.name ?? '';
  return (
    <section aria-label={t('到会与回避')}>
      <h2>{t('到会与回避')}</h2>
      <p>{quorumSentence(meeting.members.length, present.length, needed)}</p>
      {away.length > 0 && (
        <p>
          {t('未到会：')}
          {away
            .map(({ no, name }) => {
              const reason = meeting.attendance[no]?.reason ?? '';
              return reason === '' ? name : `${name}（${reason}）`;
            })
            .join('、')}
        </p>
      )}
      {meeting.recusals.map(({ proposal, item, member, recuses, reason }) => {
        const row = rows.find((one) => one.proposal === proposal && one.item === item);
        if (!row) return null;
        return (
          <p key={`${proposal}.${item}.${member}`}>
            {nameOf(member)}：{t('第{n}项', { n: row.no })}
            {recuses ? t('回避') : t('无须回避')}（{reason}）
          </p>
        );
      })}
    </section>
  );
}

/** Votes that were changed after they had been recorded: nothing is overwritten in silence. */
function Corrections({ meeting }: { meeting: MeetingContext }): ReactElement | null {
  const rows = rowsOf(meeting);
  const nameOf = (no: number): string => meeting.members.find((member) => member.no === no)?.name ?? '';
  if (meeting.corrections.length === 0) return null;
  return (
    <section aria-label={t('更正记录')}>
      <h2>{t('更正记录')}</h2>
      <ul>
        {meeting.corrections.map(({ proposal, item, member, from, to, reason, on }, at) => {
          const no = rows.find((one) => one.proposal === proposal && one.item === item)?.no;
          return (
            // Corrections are only ever added.
            <li key={at}>
              {on} {nameOf(member)}
              {no !== undefined && t('第{n}项', { n: no })}：{VOTE_LABELS[from]}→
              {to === null ? t('收回') : VOTE_LABELS[to]}（{reason}）
            </li>
          );
        })}
      </ul>
    </section>
  );
}
