import type { FormBlock, FormContent } from '../../../documents/index.js';
import { chineseDay, heading, label, replyWords, value } from '../../../forms/index.js';
import { standing } from '../../../../machines/meeting/index.js';
import { chairOf, type MeetingPaper, nameOfMeeting } from './meeting-facts.js';

/** How a party group discusses appointments. @source handbook §1.1 (deliberation) */
const COURSE = [
  '1．主持人通报应到、实到和请假、回避情况，确认达到规定人数。',
  '2．组织人事部门逐项介绍人选的推荐、考察和任免理由等情况。',
  '3．到会成员逐一发表意见，主要负责人末位表态。',
  '4．逐项表决；同意票超过应到会成员半数的为通过。',
];

/** The reply to a prior report is reported at the meeting. @source handbook §1.5 V-24 */
function repliesOf({ meeting, replies }: MeetingPaper, line: (text: string) => FormBlock): FormBlock[] {
  const lines = standing(meeting).flatMap(({ proposal }, entry) =>
    replies
      .filter((reply) => reply.proposal === proposal)
      .map((reply) => line(`议题${entry + 1}：${replyWords(reply)}`)),
  );
  if (lines.length === 0) return [];
  return [{ text: '会上通报的事前报告批复', face: 'heading', points: 14, gapAbove: true }, ...lines];
}

/** 《会议议程》: when, where, who is entitled, and what is to be decided. @source handbook §3.2 V-56 */
export function agendaPaper(paper: MeetingPaper): FormContent {
  const { meeting } = paper;
  const title = `${nameOfMeeting(paper)}议程`;
  const line = (text: string): FormBlock => ({ text, points: 14 });
  const rows = standing(meeting).flatMap(({ title: proposal, matters }, entry) =>
    matters.map(({ name, change }, index) => ({
      height: 12,
      cells: [
        ...(index === 0
          ? [value(entry + 1, { rows: matters.length }), value(proposal, { rows: matters.length, align: 'left' })]
          : []),
        value(name),
        value(change, { align: 'left' }),
      ],
    })),
  );
  return {
    title,
    pageNumbers: true,
    blocks: [
      heading(title),
      line(`时间：${chineseDay(meeting.day)}`),
      line(`地点：${meeting.place}`),
      line(`主持：${chairOf(meeting)}`),
      line(`应到会成员（${meeting.members.length}人）：${meeting.members.map(({ name }) => name).join('、')}`),
      {
        table: {
          columns: [10, 44, 18, 60],
          rows: [
            { header: true, height: 10, cells: ['序号', '议题', '姓  名', '拟任免职务'].map((text) => label(text)) },
            ...rows,
          ],
        },
      },
      ...repliesOf(paper, line),
      { text: '会议程序', face: 'heading', points: 14, gapAbove: true },
      ...COURSE.map(line),
    ],
  };
}
