import { describe, expect, it } from '@jest/globals';
import { partsOf } from '../../test/support/zip-parts.js';
import type { LetterContent } from '../../machines/rules/index.js';
import { renderLetter } from './index.js';

const LETTER: LetterContent = {
  kind: 'feedback',
  documentNo: '组函〔2026〕3号',
  title: '关于甲单位2026年第三季度年轻干部配备情况的反馈函',
  addressee: '甲单位党委（党组）',
  blocks: [
    { text: '现将有关情况反馈如下。' },
    { heading: 1, text: '一、配备情况' },
    { table: { head: ['班子', '任务量', '差额数'], rows: [['甲班子', '2', '1']] } },
  ],
  signer: '市委组织部',
  day: '2026-10-09',
  snapshotHash: 'a'.repeat(64),
};

const textOf = (xml: string): string => xml.replace(/<[^>]+>/gu, '');

describe('a letter on paper', () => {
  it('has the page, the line pitch and the fonts of GB/T 9704', async () => {
    const document = (await partsOf(await renderLetter(LETTER))).get('word/document.xml')!;
    expect(document).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/u);
    expect(document).toMatch(/<w:pgMar [^>]*w:top="2098"[^>]*w:right="1474"[^>]*w:bottom="1984"[^>]*w:left="1588"/u);
    expect(document).toContain('w:line="580"');
    expect(document).toContain('w:eastAsia="仿宋_GB2312"');
    expect(document).toContain('w:eastAsia="方正小标宋简体"');
  });

  it('says everything in order, with an Arabic date and the hash of its source', async () => {
    const parts = await partsOf(await renderLetter(LETTER));
    const text = textOf(parts.get('word/document.xml')!);
    const order = ['组函〔2026〕3号', LETTER.title, '甲单位党委（党组）：', '一、配备情况', '甲班子', '2026年10月9日'];
    const places = order.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const footer = [...parts].find(([name]) => name.startsWith('word/footer'))![1];
    expect(textOf(footer)).toContain('a'.repeat(64));
  });

  it('says so while it has no number, and survives what XML cannot hold', async () => {
    const odd = { ...LETTER, documentNo: null, title: '题\u0001目<script>&', addressee: '=HYPERLINK("x")' };
    const document = (await partsOf(await renderLetter(odd))).get('word/document.xml')!;
    expect(textOf(document)).toContain('（未编号）');
    expect(document).toContain('题目&lt;script&gt;&amp;');
    expect(document).not.toContain('\u0001');
  });

  it('breaks no number over two lines, divides a long title between words, and leaves no signature alone', async () => {
    const long = { ...LETTER, blocks: [{ text: '基准日2026年9月30日。' }, { text: '请签收。' }] };
    const document = (await partsOf(await renderLetter(long))).get('word/document.xml')!;
    const runsOfNumbers = document.match(/<w:r>(?:(?!<\/w:r>).)*w:lang [^>]*w:eastAsia="en-US"(?:(?!<\/w:r>).)*/gu)!;
    expect(runsOfNumbers.map((run) => textOf(run))).toEqual(expect.arrayContaining(['2026', '9', '30']));
    const [title] = document.match(/<w:p>(?:(?!<\/w:p>).)*关于甲单位(?:(?!<\/w:p>).)*/u)!;
    const lines = title.split('<w:br/>').map((line) => textOf(line));
    expect(lines).toEqual(['关于甲单位2026年第三季度', '年轻干部配备情况的反馈函']);
    const paragraphs = document.match(/<w:p>(?:(?!<\/w:p>).)*/gu)!;
    const kept = paragraphs
      .filter((paragraph) => /<w:keepNext\/>/u.test(paragraph))
      .map((paragraph) => textOf(paragraph));
    expect(kept).toEqual(['基准日2026年9月30日。', '请签收。', '市委组织部']);
  });

  it('has its imprint below the date: who gets a copy, who printed it and when', async () => {
    const document = (await partsOf(await renderLetter({ ...LETTER, copies: '部内各科室' }))).get('word/document.xml')!;
    const paragraphs = document.match(/<w:p>(?:(?!<\/w:p>).)*/gu)!;
    expect(paragraphs.slice(-3).map((paragraph) => textOf(paragraph))).toEqual([
      '2026年10月9日',
      '抄送：部内各科室。',
      '市委组织部2026年10月9日印发',
    ]);
    expect(paragraphs.slice(-2).map((paragraph) => /<w:pBdr>/u.test(paragraph))).toEqual([true, true]);
    expect(textOf((await partsOf(await renderLetter(LETTER))).get('word/document.xml')!)).not.toContain('抄送');
  });
});
