import { describe, expect, it } from '@jest/globals';
import { judgeGate } from '../rules/index.js';
import { appointItem, buildGate } from '../rules/spec-support.js';
import { composeSuggestionLetter } from './suggestion-letter.js';

const judged = judgeGate(buildGate([], [appointItem('o', '1975-01')]));

const letter = (change: Partial<Parameters<typeof composeSuggestionLetter>[0]> = {}) => {
  const { blocks, ...rest } = composeSuggestionLetter({
    unitName: '县财政局',
    title: '关于配备副局长的动议',
    judged,
    suggestions: [{ sentence: '由干部o调整为干部n，调整后达到应配数。' }],
    documentNo: '组建〔2026〕1号',
    day: '2026-09-30',
    replyWorkingDays: 10,
    ...change,
  });
  const text = blocks.map((block) => ('text' in block ? block.text : block.table.rows.join(';'))).join('\n');
  return { ...rest, text };
};

describe('《干部调整动议合理化建议书》', () => {
  it('says what the gate says, in its own words and numbers', () => {
    const { title, addressee, text } = letter();
    expect([title, addressee]).toEqual(['干部调整动议合理化建议书', '县财政局党委（党组）']);
    expect(text).toContain(
      '你单位呈报的《关于配备副局长的动议》收悉。按2026年9月30日的干部名册审核，动议关结论为“不予通过”',
    );
    expect(text).toContain(judged.teams[0]!.sentence);
    expect(text).toContain('县财政局班子,年轻干部配备,2,0,0,未变,不予通过');
    expect(text).toContain('1.由干部o调整为干部n，调整后达到应配数。');
  });

  it('is advice: it names the ways that are open, and the override only where something is blocked', () => {
    expect(letter().text).toContain('10个工作日内调整后重新呈报；确需按原动议办理的');
    const flagged = letter({ judged: { ...judged, verdict: 'flag' }, suggestions: [] }).text;
    expect(flagged).toContain('或书面说明理由并作出配备承诺');
    expect(flagged).toContain('请对照任务量和差额数，重新研究拟任人选。');
    expect(flagged).not.toContain('部长审批');
  });
});
