import type { MeetingContext, Row } from '../../../../machines/meeting/index.js';
import { isRecused, presentMembers, rowsOf } from '../../../../machines/meeting/index.js';
import { MEETING_BODIES, type Rational } from '../../../../machines/rules/index.js';
import type { PriorReply } from '../../../forms/index.js';

/** What the papers of a meeting are made of. */
export interface MeetingPaper {
  meeting: MeetingContext;
  unit: { name: string };
  /** Share of those entitled that votes for an item must exceed. */
  passShare: Rational;
  /** What was replied to prior reports of the proposals on the agenda. */
  replies: readonly PriorReply[];
}

/** 某局党组会议 */
export const nameOfMeeting = ({ meeting, unit }: MeetingPaper): string => `${unit.name}${MEETING_BODIES[meeting.body]}`;

export const chairOf = ({ members, chair }: MeetingContext): string =>
  members.find(({ no }) => no === chair)?.name ?? '';

/** 一、二、…十一、: as headings of official documents count. */
export function chineseNumber(value: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[ones]}`;
}

/** 出席, 请假 and 缺席 with their reasons. */
export function attendeesOf(meeting: MeetingContext): { present: string; leave: string; absent: string } {
  const away = (status: 'leave' | 'absent'): string =>
    meeting.members
      .filter(({ no }) => meeting.attendance[no]?.status === status)
      .map(({ no, name }) => {
        const { reason } = meeting.attendance[no]!;
        return reason === '' ? name : `${name}（${reason}）`;
      })
      .join('、');
  const present = presentMembers(meeting).map(({ name }) => name);
  return { present: present.join('、'), leave: away('leave'), absent: away('absent') };
}

/** Who took no part in which items: 钱二（第1项、第3项）. */
export function recusalsOf(meeting: MeetingContext): string {
  const rows = rowsOf(meeting);
  return presentMembers(meeting)
    .flatMap(({ no, name }) => {
      const items = rows.flatMap((row, index) => (isRecused(meeting, row, no) ? [`第${index + 1}项`] : []));
      return items.length === 0 ? [] : [`${name}（${items.join('、')}）`];
    })
    .join('、');
}

/** The voting sheet's rows, counted through over all proposals. */
export const numbered = (meeting: MeetingContext): (Row & { index: number })[] =>
  rowsOf(meeting).map((row, index) => ({ ...row, index: index + 1 }));
