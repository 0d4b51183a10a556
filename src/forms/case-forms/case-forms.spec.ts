import { describe, expect, it } from '@jest/globals';
import { docxText, partsOf } from '../../../test/support/zip-parts.js';
import { type FormContent, renderForm } from '../../documents/index.js';
import { DEFAULT_RECEIVING } from '../../../machines/rules/index.js';
import { ALL_FORMS } from './all-forms.fixture.js';
import { caseFacts, LINES } from './case-facts.fixture.js';
import {
  appointmentDocument,
  headcountPreReview,
  type NoticeDetails,
  proposalList,
  publicNotice,
  youngCadrePreReview,
} from './index.js';

const NOTICE: NoticeDetails = {
  period: { startDay: '2026-11-23', endDay: '2026-11-27' },
  receiving: { ...DEFAULT_RECEIVING, address: '某街1号', postcode: '024000' },
  exceptional: {},
};

/** Cells of the table's rows as text, row by row. */
function rowsOf(content: FormContent): string[][] {
  return content.blocks.flatMap((block) =>
    'table' in block ? block.table.rows.map(({ cells }) => cells.map(({ text }) => [text].flat().join(' '))) : [],
  );
}
const textOf = async (content: FormContent): Promise<string> => docxText(await renderForm(content));

describe('forms of a case', () => {
  it('《青年干部选配专项预审表》 counts by rank and age, shares with their arithmetic, and repeats the gate', () => {
    const rows = rowsOf(youngCadrePreReview(caseFacts()));
    expect(rows.slice(0, 7)).toEqual([
      ['项    目', '正科职', '副科职', '青年干部占比', '备  注'],
      ['现配备情况', '人    数', '1', '3', '', ''],
      ['40岁以下', '0', '1', '25.0%（1/4）', ''],
      ['80后', '0', '2', '50.0%（2/4）', ''],
      ['拟提拔情况', '人    数', '0', '1', '', ''],
      ['40岁以下', '0', '1', '100.0%（1/1）', ''],
      ['90后', '0', '1', '100.0%（1/1）', ''],
    ]);
    expect(rows[7]).toEqual([
      '动议关研判',
      '某县财政局领导班子：应配2名、现配0名、差2名；本次调入1名，调整后为1名，仍差1名。',
    ]);
  });

  it('the pre-review forms say what the department wrote and by whom, and leave the rest to be signed', () => {
    const opinions = {
      headcount: { text: '审核通过。', by: '审核员甲', on: '2026-11-24' },
      youngCadre: { text: '同意，按承诺配备。', by: '审核员乙', on: '2026-11-25' },
      approval: null,
      followUp: '承诺于2027年3月31日前增配年轻干部1名。',
    };
    const facts = caseFacts({ opinions });
    const cells = (content: FormContent, name: string) =>
      content.blocks
        .flatMap((block) => ('table' in block ? block.table.rows : []))
        .find((row) => row.cells[0]?.text === name)!.cells[1]!;
    const young = youngCadrePreReview(facts);
    expect(cells(young, '市委组织部青年干部处审核意见')).toMatchObject({
      text: '同意，按承诺配备。',
      foot: ['初核人：审核员乙    审核人：              ', '2026年11月25日'],
    });
    expect(cells(young, '市委组织部部领导审批意见')).toMatchObject({ text: '', foot: ['    年    月    日'] });
    expect(cells(young, '审核意见落实情况').text).toBe('承诺于2027年3月31日前增配年轻干部1名。');
    expect(cells(headcountPreReview(facts), '干部监督机构审核意见').text).toBe('审核通过。');
  });

  it('is the county-division form when such a team is touched, and shares of nobody are no number', () => {
    const teams = [
      {
        code: 'T1',
        name: '某局班子',
        unit: '某局',
        level: 'county-division' as const,
        unitKind: 'city-other' as const,
      },
    ];
    const content = youngCadrePreReview(caseFacts({ teams, members: [], lines: [] }));
    expect(content.title).toBe('县处级青年干部选配专项预审表');
    expect(rowsOf(content).slice(0, 3)).toEqual([
      ['项    目', '正处职', '副处职', '青年干部占比', '备  注'],
      ['现配备情况', '人    数', '0', '0', '', ''],
      ['40岁以下', '0', '0', '—', ''],
    ]);
  });

  it('《干部职数配备预审单》 shows 核定, 现配, 拟免 and 拟配 as the gate computed them', () => {
    const rows = rowsOf(headcountPreReview(caseFacts()));
    expect(rows[3]).toEqual([
      '某县财政局领导班子',
      '副职',
      '科级',
      '3',
      '',
      '3',
      '',
      '1',
      '',
      '1',
      '',
      '否',
      '',
      '拟后3名',
    ]);
    expect(rows[4]).toEqual(['拟配职数的职务名称', '某县财政局副局长']);
    const over = caseFacts();
    over.gate = {
      ...over.gate!,
      headcount: [
        { ...over.gate!.headcount[1]!, current: 3, removed: 0, after: 4, passes: false, message: '超核定职数' },
      ],
    };
    expect(rowsOf(headcountPreReview(over))[2]!.slice(-3)).toEqual(['是', '', '拟后4名，超1名：超核定职数']);
  });

  it('《动议干部名单》 is A4 across and has the columns of the field', async () => {
    const list = proposalList(caseFacts());
    expect(rowsOf(list)[1]).toEqual([
      '1',
      '王　伟',
      '某县财政局四级主任科员',
      '任某县财政局副局长（试用期）',
      '男',
      '91.10',
      '大学',
      '某省甲市',
      '10.07',
      '08.06',
      '',
      '',
      '',
    ]);
    expect(rowsOf(list)[2]!.slice(2, 4)).toEqual(['某县财政局副局长', '免某县财政局副局长职务']);
    expect(rowsOf(list)[2]!.slice(10)).toEqual(['18.03', '18.03', '另有任用']);
    const document = (await partsOf(await renderForm(list))).get('word/document.xml')!;
    expect(document).toMatch(/<w:pgSz [^>]*w:w="16838"[^>]*w:h="11906"[^>]*w:orient="landscape"/u);
    expect(document).toContain('<w:tblHeader');
  });

  it('《任前公示》 has both days, who is to be appointed and 12380, and no day of birth', async () => {
    const text = await textOf(publicNotice(caseFacts(), NOTICE));
    expect(text).toContain('公示时间：自2026年11月23日至2026年11月27日。');
    expect(text).toContain(
      '王伟，男，汉族，1991年10月生，大学学历，中共党员，现任某县财政局四级主任科员，拟任某县财政局副局长（试用期一年）。',
    );
    expect(text).toContain('12380');
    expect(text).toContain('受理单位：某县财政局\n联系电话：12380\n通讯地址：某街1号\n邮政编码：024000\n');
    expect(text).not.toContain('破格');
    expect(text).not.toContain('李明');
    expect(text).not.toMatch(/\d{17}[\dX]|年\d+月\d+日生/u);
  });

  it('《任前公示》 of an exceptional promotion states its circumstances and reasons', async () => {
    const text = await textOf(
      publicNotice(caseFacts(), { ...NOTICE, exceptional: { C1: '专业急需。急需专业干部。' } }),
    );
    expect(text).toContain('（试用期一年）。该同志系破格提拔：专业急需。急需专业干部。');
    const blank = { ...NOTICE, receiving: DEFAULT_RECEIVING, period: null };
    expect(await textOf(publicNotice(caseFacts(), blank))).toContain('通讯地址：\n邮政编码：\n');
  });

  it('《任职文件》 says who is appointed and removed, and from when tenure counts', async () => {
    const text = await textOf(
      appointmentDocument(caseFacts(), { documentNo: null, documentDay: null, decidedOn: '2026-11-23' }),
    );
    for (const words of [
      '（未编号）',
      '关于王伟、李明同志职务任免的通知',
      '王伟同志任某县财政局副局长（试用期一年）',
      '免去李明同志某县财政局副局长职务',
      '决定之日（2026年11月23日）起计算',
    ]) {
      expect(text).toContain(words);
    }
    const removal = appointmentDocument(caseFacts({ lines: [LINES[1]!] }), {
      documentNo: '某〔2026〕1号',
      documentDay: '2026-12-01',
      decidedOn: '2026-11-23',
    });
    expect(removal.title).toBe('关于李明同志免职的通知');
    expect(await textOf(removal)).not.toContain('起计算');
  });

  it('《备案报告》 lists what was decided, headcount, the gate’s sentence, and its attachments', async () => {
    const text = await textOf(ALL_FORMS['filing-report']!);
    for (const words of [
      '经2026年11月23日党委（党组）会议讨论决定',
      '1．王伟：任某县财政局副局长（试用期）。',
      '某县财政局领导班子核定领导职数4名，调整前实配4名，调整后4名。',
      '应配2名、现配0名',
      '附件：1．干部任免审批表',
      '（1）会议纪要.pdf',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('《表决单》 is empty before the meeting; the result has each item’s votes', () => {
    expect(rowsOf(ALL_FORMS['voting-sheet']!)[2]!.slice(4, 7)).toEqual(['', '', '']);
    expect(rowsOf(ALL_FORMS['voting-result']!)[2]!.slice(4, 7)).toEqual(['6', '1', '1']);
  });

  it.each(Object.keys(ALL_FORMS))('%s names the fonts of the standard and keeps markup as text', async (name) => {
    const document = (await partsOf(await renderForm(ALL_FORMS[name]!))).get('word/document.xml')!;
    expect(document).toContain('w:eastAsia="仿宋_GB2312"');
    expect(document).toContain('w:eastAsia="方正小标宋简体"');
  });

  it('what a unit is called is text, whatever it looks like (§7-52)', async () => {
    const unit = { code: 'U1', name: '=HYPERLINK("x")<w:p>\u0007' };
    const document = (await partsOf(await renderForm(proposalList(caseFacts({ unit }))))).get('word/document.xml')!;
    expect(document).toContain('=HYPERLINK(&quot;x&quot;)&lt;w:p&gt;');
    expect(document).not.toContain('\u0007');
  });
});
