import { Input, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import {
  ATTENDANCE_LABELS,
  type AttendanceStatus,
  quorumSentence,
  type Vote,
} from '../../../../machines/rules/index.js';
import type { MeetingContext } from '../../api/meeting-types.js';
import { Field } from '../../ui/field.js';
import { t } from '../../ui/t.js';
import { SchemaField, SchemaFields, type StepFormProps } from '../case/forms/schema-fields.js';
import { keyOf, markKey, type Marks, meetingOf, quorumOf, rowsOf, type VoteRow } from './reading.js';
import { VotingGrid } from './voting-grid.js';

interface Attendance {
  member: number;
  status: AttendanceStatus;
  reason?: string;
}

/** Everybody entitled, as recorded before; nobody recorded yet means everybody is there. */
export function attendanceOf({ members, attendance }: MeetingContext): Attendance[] {
  return members.map(({ no }) => {
    const { status = 'present', reason = '' } = attendance[no] ?? {};
    return { member: no, status, ...(reason !== '' && { reason }) };
  });
}

/** 到会情况: one line a member, with the quorum told while it is filled in. */
export function AttendanceForm({ view, payload, set }: StepFormProps): ReactElement {
  const meeting = meetingOf(view);
  const attendance = payload['attendance'] as Attendance[];
  const change = (no: number, part: Partial<Attendance>): void =>
    set(
      'attendance',
      attendance.map((one) => (one.member === no ? { ...one, ...part } : one)),
    );
  const present = attendance.filter(({ status }) => status === 'present').length;
  const presiding = (payload['chair'] as number | undefined) ?? meeting.chair;
  return (
    <>
      <table className="plain">
        <thead>
          <tr>
            <th>{t('成员')}</th>
            <th>{t('到会情况')}</th>
            <th>{t('事由')}</th>
          </tr>
        </thead>
        <tbody>
          {meeting.members.map(({ no, name, post }, at) => (
            <tr key={no}>
              <td>
                {name} <span className="muted">{post}</span>
              </td>
              <td>
                <Radio.Group
                  aria-label={name}
                  value={attendance[at]?.status}
                  options={Object.entries(ATTENDANCE_LABELS).map(([value, label]) => ({ value, label }))}
                  onChange={(event) => change(no, { status: event.target.value as AttendanceStatus })}
                />
              </td>
              <td>
                <Input
                  aria-label={t('{name}的事由', { name })}
                  maxLength={500}
                  disabled={attendance[at]?.status === 'present'}
                  value={attendance[at]?.reason ?? ''}
                  onChange={(event) => change(no, { reason: event.target.value })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status">{quorumSentence(meeting.members.length, present, quorumOf(view).needed)}</p>
      <Field label={t('主持人')}>
        <Select
          value={presiding}
          options={meeting.members.map(({ no, name }) => ({ value: no, label: name }))}
          onChange={(no) => set('chair', no)}
        />
      </Field>
    </>
  );
}

/** 回避: who, from which item, and why; or why it need not be. */
export function RecusalForm(props: StepFormProps): ReactElement {
  const { view, payload, set, missing } = props;
  const faultOf = (name: string): string | undefined => (missing.includes(name) ? t('请填写此项。') : undefined);
  const meeting = meetingOf(view);
  const rows = rowsOf(meeting);
  const chosen = rows.find((row) => row.proposal === payload['proposal'] && row.item === payload['item']);
  const choose = (key: string): void => {
    const row = rows.find((one) => keyOf(one) === key);
    set('proposal', row?.proposal);
    set('item', row?.item);
  };
  return (
    <>
      <div className="columns">
        <Field label={t('成员')} required fault={faultOf('member')}>
          <Select
            value={payload['member'] as number | undefined}
            options={meeting.members.map(({ no, name }) => ({ value: no, label: name }))}
            onChange={(no) => set('member', no)}
          />
        </Field>
        <Field label={t('事项')} required fault={faultOf('proposal')}>
          <Select
            value={chosen && keyOf(chosen)}
            options={rows.map((row) => ({ value: keyOf(row), label: `${row.no}．${row.name}：${row.change}` }))}
            onChange={choose}
          />
        </Field>
      </div>
      <SchemaField {...props} name="recuses" />
      <SchemaField {...props} name="reason" />
    </>
  );
}

/** A step about one proposal of the agenda. */
export function EntryForm(props: StepFormProps): ReactElement {
  const { view, payload, set } = props;
  const entries = meetingOf(view).agenda.filter(({ dropped }) => dropped === null);
  return (
    <>
      <Field label={t('议题')} required>
        <Select
          value={payload['proposal'] as number | undefined}
          options={entries.map(({ proposal, title }) => ({
            value: proposal,
            label: t('第{proposal}号 {title}', { proposal, title }),
          }))}
          onChange={(proposal) => set('proposal', proposal)}
        />
      </Field>
      <SchemaFields {...props} leaveOut={['proposal']} />
    </>
  );
}

interface SentVote {
  proposal: number;
  item: number;
  member: number;
  vote: Vote | null;
}

const marksOf = (votes: readonly SentVote[]): Marks =>
  Object.fromEntries(votes.map((sent) => [markKey(sent, sent.member), sent.vote]));

/** 表决登记: only what is marked here is sent, so that two people may each record their part. */
export function VotesForm(props: StepFormProps): ReactElement {
  const { view, payload, set } = props;
  const meeting = meetingOf(view);
  const votes = payload['votes'] as SentVote[];
  const mark = ({ proposal, item }: VoteRow, member: number, vote: Vote | null): void => {
    const others = votes.filter((sent) => markKey(sent, sent.member) !== markKey({ proposal, item }, member));
    const recorded = meeting.votes[keyOf({ proposal, item })]?.[member] ?? null;
    set('votes', recorded === vote ? others : [...others, { proposal, item, member, vote }]);
  };
  const corrected = votes.filter(
    ({ proposal, item, member }) => meeting.votes[keyOf({ proposal, item })]?.[member] !== undefined,
  );
  return (
    <>
      <p className="muted">
        {t('在格内按1同意、2不同意、3缓议，0收回，方向键移动；主持人的一票最后登记。已标记{n}处未提交。', {
          n: votes.length,
        })}
      </p>
      <VotingGrid meeting={meeting} quorum={quorumOf(view)} marks={marksOf(votes)} mark={mark} />
      {corrected.length > 0 && (
        <Field label={t('更正{n}处已登记表决的理由', { n: corrected.length })} required>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 4 }}
            maxLength={2000}
            value={(payload['opinion'] as string | undefined) ?? ''}
            onChange={(event) => set('opinion', event.target.value)}
          />
        </Field>
      )}
    </>
  );
}
