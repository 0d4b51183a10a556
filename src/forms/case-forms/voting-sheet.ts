import type { Day } from '../../../machines/rules/index.js';
import type { FormContent, FormRow } from '../../documents/index.js';
import type { CaseFacts } from './case-facts.js';
import { heading, label, value } from './sheet-parts.js';
import { BLANK_DAY, changeWords, chineseDay, currentPosts, listName } from './wording.js';

/** What a meeting decided, in persons, in the order of the lines. */
export interface VoteRecord {
  meetingDay: Day;
  entitled: number;
  present: number;
  votes: readonly { for: number; against: number; deferred: number }[];
}

const TITLES = ['序号', '姓  名', '现任职务', '拟任免职务', '同意', '不同意', '缓议', '备注'];
const WIDTHS = [10, 25, 36, 43, 12, 14, 12, 20];

/** 《表决单》: one for each member, to be ticked item by item. @source handbook §1.1, §3.2 */
export function votingSheet(facts: CaseFacts): FormContent {
  return sheet(facts, '干部任免表决单', '请在“同意”“不同意”“缓议”栏内划“○”，每项限选一栏。', () => ['', '', ''], [
    { text: '应到会成员        人，实到会成员        人', right: BLANK_DAY },
  ]);
}

/** 《表决结果》: the tally of the meeting. */
export function votingResult(facts: CaseFacts, record: VoteRecord): FormContent {
  const { meetingDay, entitled, present, votes } = record;
  const foot = `应到会成员${entitled}人，实到会成员${present}人；同意票须超过应到会成员半数。`;
  const tally = (index: number): string[] => {
    const vote = votes[index];
    return vote === undefined ? ['', '', ''] : [vote.for, vote.against, vote.deferred].map(String);
  };
  return sheet(facts, '干部任免表决结果', '', tally, [
    { text: foot },
    { text: '监票人：                计票人：', right: chineseDay(meetingDay) },
  ]);
}

function sheet(
  facts: CaseFacts,
  title: string,
  hint: string,
  cells: (index: number) => string[],
  foot: FormContent['blocks'],
): FormContent {
  const rows: FormRow[] = facts.lines.map((line, index) => ({
    height: 14,
    cells: [
      value(index + 1),
      value(listName(line.person.name)),
      value(currentPosts(line.person, facts.asOf), { align: 'left' }),
      value(changeWords(line), { align: 'left' }),
      ...cells(index).map((text) => value(text)),
      value(''),
    ],
  }));
  return {
    title,
    blocks: [
      heading(title),
      { text: facts.unit.name, align: 'center' },
      ...(hint === '' ? [] : [{ text: hint, points: 10.5 }]),
      {
        table: {
          columns: WIDTHS,
          points: 10.5,
          rows: [{ header: true, height: 10, cells: TITLES.map((name) => label(name)) }, ...rows],
        },
      },
      ...foot,
    ],
  };
}
