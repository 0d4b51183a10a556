import { beforeAll, describe, expect, it } from '@jest/globals';
import { renderForm } from '../../src/documents/index.js';
import { MEETING_PAPERS } from '../../src/workflows/meeting/papers/papers.fixture.js';
import { differencesFromGolden } from './golden.js';
import { type Rendered, renderPages } from './render-pages.js';

/** Pages, and words that must be there to be read: the last of a paper shows that nothing was cut off. */
const EXPECTED: Readonly<Record<keyof typeof MEETING_PAPERS, { pages: number; words: string[] }>> = {
  agenda: { pages: 1, words: ['某县财政局党组会议议程', '三楼会议室', '任某县国库支付中心主任', '主要负责人末位表态'] },
  // One a member who is there.
  'voting-sheets': { pages: 6, words: ['表决人：赵一', '不同意', '回避', '表决人（签名）'] },
  'voting-summary': { pages: 1, words: ['干部任免表决结果汇总表', '缓议', '应到会成员7人，实到6人', '监票人'] },
  minutes: {
    pages: 2,
    words: [
      '某县财政局党组会议纪要',
      '某财党纪〔2026〕12号',
      '会议决定，上述任免事项缓议。',
      '请假：郑七（外出学习）',
      '主持人（签字）',
    ],
  },
};

describe('papers of a meeting, as an office suite lays them out', () => {
  let rendered: Map<string, Rendered>;
  beforeAll(async () => {
    const names = Object.keys(MEETING_PAPERS);
    const files = await Promise.all(names.map((name) => renderForm(MEETING_PAPERS[name]!)));
    rendered = await renderPages(Object.fromEntries(names.map((name, index) => [`${name}.docx`, files[index]!])));
  }, 300_000);

  it.each(Object.keys(EXPECTED))('%s fills its pages, can be read, and nothing is cut off', (name) => {
    const { pages, words } = EXPECTED[name]!;
    const found = rendered.get(`${name}.docx`)!;
    expect(words.filter((word) => !found.text.includes(word))).toEqual([]);
    expect(found.pages).toHaveLength(pages);
    for (const page of found.pages) {
      expect([page.width, page.height].map((side) => Math.round(side / 10))).toEqual([21, 30]);
      expect(page.ink).toBeGreaterThan(0.5);
      expect(page.touchesEdge).toBe(false);
    }
  });

  it.each(Object.keys(EXPECTED))('%s looks as it did when somebody looked at it', async (name) => {
    expect(await differencesFromGolden(`meeting-${name}`, rendered.get(`${name}.docx`)!)).toEqual([]);
  });
});
