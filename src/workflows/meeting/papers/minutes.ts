import { type AgendaEntry, itemStandingOf, standing } from '../../../../machines/meeting/index.js';
import { MEETING_BODIES, outcomeOf } from '../../../../machines/rules/index.js';
import type { FormBlock, FormContent } from '../../../documents/index.js';
import { chineseDay, replyWords } from '../../../forms/index.js';
import { attendeesOf, chairOf, chineseNumber, type MeetingPaper, nameOfMeeting, recusalsOf } from './meeting-facts.js';

const DECISIONS = {
  passed: '会议决定，同意上述任免事项。',
  deferred: '会议决定，上述任免事项缓议。',
  notPassed: '上述任免事项未获通过。',
} as const;

/** Characters that the mark holds in one line at its greater size. */
const SHORT_MARK = 14;

const body = (text: string): FormBlock => ({ text, indent: true });

/**
 * 《会议纪要》 in the format of 纪要: the mark in red, number, date, what was decided and by which count, and below it who
 * attended. How each member voted is in the voting sheets and not here. Minutes bear no seal.
 *
 * @source GB/T 9704-2012 纪要格式 by handbook §3.5; handbook §1.1 (what a deliberation must record)
 */
export function minutesPaper(paper: MeetingPaper): FormContent {
  const { meeting } = paper;
  const mark = `${nameOfMeeting(paper)}纪要`;
  const { minutes } = meeting;
  const dropped = meeting.agenda.filter((entry) => entry.dropped !== null);
  const decided = standing(meeting);
  return {
    title: mark,
    official: true,
    pageNumbers: true,
    blocks: [
      { text: mark, face: 'title', align: 'center', red: true, points: mark.length <= SHORT_MARK ? 32 : 24 },
      { text: minutes?.documentNo ?? '（未编号）', align: 'center' },
      { text: chineseDay(minutes?.signedOn ?? minutes?.drafted ?? meeting.day), align: 'right', ruleBelow: true },
      body(opening(paper)),
      ...decided.flatMap((entry, index) => decisionOf(paper, entry, index)),
      ...discussion(minutes?.discussion ?? '', decided.length + 1),
      ...dropped.map(({ title, dropped: why }) => body(`议题“${title}”会上撤下：${why!.reason}。`)),
      ...attendees(paper),
      { text: `主持人（签字）：${'　'.repeat(8)}`, align: 'right', gapAbove: true },
    ],
  };
}

function opening({ meeting }: MeetingPaper): string {
  const present = meeting.tally?.present ?? 0;
  return (
    `${chineseDay(meeting.day)}，${chairOf(meeting)}在${meeting.place}主持召开${MEETING_BODIES[meeting.body]}，讨论决定干部任免事项。` +
    `应到会成员${meeting.members.length}人，实到${present}人，达到规定人数。到会成员逐一发表意见，主要负责人末位表态。` +
    '会议决定事项纪要如下。'
  );
}

function decisionOf({ meeting, passShare, replies }: MeetingPaper, entry: AgendaEntry, index: number): FormBlock[] {
  const { proposal, title, matters } = entry;
  const items = matters.map((matter) => ({
    ...matter,
    standing: itemStandingOf(meeting, { proposal, item: matter.item }, passShare),
  }));
  const outcome = outcomeOf(
    items.map(({ standing: { votes } }) => votes),
    meeting.members.length,
    passShare,
  );
  return [
    { text: `${chineseNumber(index + 1)}、${title}`, face: 'heading', indent: true },
    ...items.map(({ name, change, standing: { sentence } }, at) =>
      body(`（${chineseNumber(at + 1)}）${name}：${change}。${sentence}`),
    ),
    ...replies
      .filter((reply) => reply.proposal === proposal)
      .map((reply) => body(`会议通报了事前报告的批复情况：${replyWords(reply)}`)),
    body(DECISIONS[outcome]),
  ];
}

function discussion(text: string, number: number): FormBlock[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return [];
  return [{ text: `${chineseNumber(number)}、讨论情况`, face: 'heading', indent: true }, ...lines.map(body)];
}

/** 出席、请假、列席: two characters in, further lines below the first name. */
function attendees({ meeting }: MeetingPaper): FormBlock[] {
  const { present, leave, absent } = attendeesOf(meeting);
  const lines = {
    出席: present,
    请假: leave,
    缺席: absent,
    回避: recusalsOf(meeting),
    列席: meeting.minutes?.attending ?? '',
    记录: meeting.minutes?.recorder ?? '',
  };
  return Object.entries(lines).flatMap(([word, names], index): FormBlock[] =>
    names === '' ? [] : [{ text: `${word}：${names}`, hanging: 3, gapAbove: index === 0 }],
  );
}
