import { isRecused, itemStandingOf, presentMembers, type Row, voteOf } from '../../../../machines/meeting/index.js';
import { OUTCOME_LABELS, type Vote, VOTE_LABELS, votesNeeded } from '../../../../machines/rules/index.js';
import type { FormBlock, FormContent, FormRow } from '../../../documents/index.js';
import { BLANK_DAY, chineseDay, heading, label, value } from '../../../forms/index.js';
import { type MeetingPaper, nameOfMeeting, numbered } from './meeting-facts.js';

const KINDS = Object.keys(VOTE_LABELS) as Vote[];
const MARK = '○';

/** 《表决单》: one page a member; empty before the meeting, with the recorded votes afterwards. @source handbook §3.2 V-56 */
export function memberSheets(paper: MeetingPaper): FormContent {
  const { meeting } = paper;
  const present = presentMembers(meeting);
  const sheets = present.length === 0 ? meeting.members : present;
  return {
    title: '干部任免表决单',
    blocks: sheets.flatMap((member, index): FormBlock[] => [
      ...(index === 0 ? [] : [{ pageBreak: true } as const]),
      heading('干部任免表决单'),
      { text: `${nameOfMeeting(paper)}　　${chineseDay(meeting.day)}`, align: 'center' },
      { text: `表决人：${member.name}（${member.post}）`, points: 12 },
      { text: '请在“同意”“不同意”“缓议”栏内划“○”，每项限选一栏；回避的事项不参加表决。', points: 10.5 },
      {
        table: {
          columns: [10, 18, 60, 14, 14, 14, 16],
          points: 10.5,
          rows: [
            head(['序号', '姓  名', '拟任免职务', ...Object.values(VOTE_LABELS), '备注']),
            ...numbered(meeting).map((row) => ballot(paper, row, member.no)),
          ],
        },
      },
      { text: `表决人（签名）：                        ${BLANK_DAY}`, gapAbove: true },
    ]),
  };
}

function ballot({ meeting }: MeetingPaper, row: Row & { index: number }, member: number): FormRow {
  const recused = isRecused(meeting, row, member);
  const cast = voteOf(meeting, row, member);
  const mark = (kind: Vote): string => (recused ? '—' : cast === kind ? MARK : '');
  return {
    height: 14,
    cells: [
      value(row.index),
      value(row.name),
      value(row.change, { align: 'left' }),
      ...KINDS.map((kind) => value(mark(kind))),
      value(recused ? '回避' : ''),
    ],
  };
}

/** 《表决结果汇总》: the count of every item and what it means. @source handbook §1.1, §3.2 V-56 */
export function voteSummary(paper: MeetingPaper): FormContent {
  const { meeting, passShare } = paper;
  const entitled = meeting.members.length;
  const rows = numbered(meeting).map((row): FormRow => {
    const { votes, outcome } = itemStandingOf(meeting, row, passShare);
    return {
      height: 12,
      cells: [
        value(row.index),
        value(row.name),
        value(row.change, { align: 'left' }),
        ...KINDS.map((kind) => value(votes[kind])),
        value(votes.recused),
        value(OUTCOME_LABELS[outcome]),
      ],
    };
  });
  const needed = votesNeeded(entitled, passShare);
  const present = presentMembers(meeting).length;
  return {
    title: '干部任免表决结果汇总表',
    blocks: [
      heading('干部任免表决结果汇总表'),
      { text: `${nameOfMeeting(paper)}　　${chineseDay(meeting.day)}`, align: 'center' },
      {
        table: {
          columns: [10, 18, 56, 13, 15, 13, 13, 16],
          points: 10.5,
          rows: [head(['序号', '姓  名', '拟任免职务', ...Object.values(VOTE_LABELS), '回避', '结果']), ...rows],
        },
      },
      { text: `应到会成员${entitled}人，实到${present}人；同意票超过应到会成员半数（${needed}票以上）为通过。` },
      { text: '监票人：                    计票人：                    主持人：', gapAbove: true },
    ],
  };
}

const head = (titles: readonly string[]): FormRow => ({
  header: true,
  height: 10,
  cells: titles.map((title) => label(title)),
});
