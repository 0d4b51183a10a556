import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { docxText, partsOf } from '../../../../test/support/zip-parts.js';
import type { MeetingContext } from '../../../../machines/meeting/index.js';
import { renderForm } from '../../../documents/index.js';
import { MEETING_PAPERS, paperOf } from './papers.fixture.js';
import { agendaPaper } from './agenda.js';
import { minutesPaper } from './minutes.js';
import { memberSheets, voteSummary } from './voting-sheets.js';

const golden = (state: string): MeetingContext =>
  (JSON.parse(readFileSync(`machines/meeting/golden/r1.${state}.json`, 'utf8')) as { context: MeetingContext }).context;
const textOf = async (content: Parameters<typeof renderForm>[0]): Promise<string> =>
  docxText(await renderForm(content));

describe('papers of a meeting', () => {
  it('《议程》 names when, where, who, what is to be decided, and that the chair speaks last', async () => {
    const text = await textOf(agendaPaper(paperOf(golden('draft'))));
    for (const words of [
      '某县财政局党组会议议程',
      '2026年11月23日',
      '应到会成员（5人）',
      '第7号动议',
      '主要负责人末位表态',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('report what was replied to a prior report: on the agenda before, in the minutes afterwards', async () => {
    const reply = { proposal: 7, documentNo: '某组复〔2026〕3号', day: '2026-11-20' };
    const replies = [{ ...reply, approved: ['exceptionalPromotion' as const], refused: ['bulkAdjustment' as const] }];
    const words = '2026年11月20日批复（某组复〔2026〕3号）：同意破格提拔干部；不同意除换届外，';
    const agenda = await textOf(agendaPaper({ ...paperOf(golden('draft')), replies }));
    expect(agenda).toContain('会上通报的事前报告批复');
    expect(agenda).toContain(`议题1：${words}`);
    const minutes = await textOf(minutesPaper({ ...paperOf(golden('closed')), replies }));
    expect(minutes).toContain(`会议通报了事前报告的批复情况：${words}`);
    expect(await textOf(agendaPaper(paperOf(golden('draft'))))).not.toContain('事前报告');
  });

  it('《表决单》 is a page a member: empty before the vote, with each mark and recusal afterwards', async () => {
    const before = await textOf(memberSheets(paperOf(golden('draft'))));
    expect(before.match(/表决人：/gu)).toHaveLength(5);
    expect(before).not.toContain('○（');
    const marked = golden('counted');
    marked.recusals = [{ proposal: 7, item: 1, member: 5, recuses: true, reason: '亲属' }];
    const document = await textOf(memberSheets(paperOf(marked)));
    expect(document.match(/回避/gu)!.length).toBeGreaterThan(5);
  });

  it('the summary counts every item and says what passed', async () => {
    const text = await textOf(voteSummary(paperOf(golden('counted'))));
    expect(text).toContain('应到会成员5人，实到5人；同意票超过应到会成员半数（3票以上）为通过。');
    expect(text.match(/通过/gu)!.length).toBeGreaterThan(3);
  });

  it('《会议纪要》 has its red mark, the count of each item, the decision and who attended, and no member’s vote', async () => {
    const paper = paperOf(golden('closed'));
    const document = (await partsOf(await renderForm(minutesPaper(paper)))).get('word/document.xml')!;
    expect(document).toMatch(/<w:color w:val="C00000"\/>/u);
    const text = await textOf(minutesPaper(paper));
    for (const words of [
      '某县财政局党组会议纪要',
      '（未编号）',
      '赵一在三楼会议室主持召开党组会议',
      '一、第7号动议',
      '同意5票、不同意0票、缓议0票；应到会成员5人，须3票同意，已获通过。',
      '会议决定，同意上述任免事项。',
      '三、讨论情况',
      '出席：赵一、钱二、孙三、李四、周五',
      '记录：吴记',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/请假|列席/u);
  });

  it.each(Object.keys(MEETING_PAPERS))('%s names the fonts of the standard', async (name) => {
    const document = (await partsOf(await renderForm(MEETING_PAPERS[name]!))).get('word/document.xml')!;
    expect(document).toContain('w:eastAsia="方正小标宋简体"');
  });
});
