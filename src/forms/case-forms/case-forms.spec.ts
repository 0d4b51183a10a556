import { describe, expect, it } from '@jest/globals';
import { docxText, partsOf } from '../../../test/support/zip-parts.js';
import { type FormContent, renderForm } from '../../documents/index.js';
import { DEFAULT_RECEIVING, FOUR_CHECKS, type FourCheck } from '../../../machines/rules/index.js';
import { ALL_FORMS } from './all-forms.fixture.js';
import { caseFacts, LINES, post } from './case-facts.fixture.js';
import type { CaseLine } from './case-facts.js';
import {
  appointmentDocument,
  filingReport,
  headcountPreReview,
  NO_PROCEDURE,
  type NoticeDetails,
  proposalList,
  publicNotice,
  youngCadrePreReview,
} from './index.js';
import { inspectionWords, noticeWords } from './procedure-words.js';

const NOTICE: NoticeDetails = {
  period: { startDay: '2026-11-23', endDay: '2026-11-27' },
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
    expect(cells(young, '市委组织部\n青年干部处\n审核意见')).toMatchObject({
      text: '同意，按承诺配备。',
      foot: ['初核人：审核员乙    审核人：              ', '2026年11月25日'],
    });
    expect(cells(young, '市委组织部\n部领导审批\n意见')).toMatchObject({ text: '', foot: ['    年    月    日'] });
    expect(cells(young, '审核意见\n落实情况').text).toBe('承诺于2027年3月31日前增配年轻干部1名。');
    expect(cells(headcountPreReview(facts), '干部监督机构\n审核意见').text).toBe('审核通过。');
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
    expect(rows[4]).toEqual(['拟配职数的\n职务名称', '某县财政局副局长']);
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
    const receiving = { ...DEFAULT_RECEIVING, address: '某街1号', postcode: '024000' };
    const text = await textOf(publicNotice(caseFacts({ receiving }), NOTICE));
    expect(text).toContain('公示时间：自2026年11月23日至2026年11月27日。');
    expect(text).toContain(
      '王伟，男，汉族，1991年10月生，大学学历、经济学学士学位，中共党员，现任某县财政局四级主任科员，拟任某县财政局副局长（试用期一年）。',
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
    const blank = await textOf(publicNotice(caseFacts(), { ...NOTICE, period: null }));
    expect(blank).toContain('通讯地址：　　');
    expect(blank).toContain('邮政编码：　　');
  });

  it('《任职文件》 says who is appointed and removed, and from when tenure counts', async () => {
    const text = await textOf(
      appointmentDocument(caseFacts(), { documentNo: null, documentDay: null, decidedOn: '2026-11-23' }),
    );
    for (const words of [
      '（未编号）',
      '关于王伟、李明同志职务任免的通知',
      '王伟同志任某县财政局副局长（试用期一年）',
      '免去李明同志某县财政局副局长职务。',
      '决定之日（2026年11月23日）起计算',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('抄送');
    expect(await textOf(ALL_FORMS['appointment-document']!)).toMatch(/抄送：某市委组织部。[\s\S]*2026年12月1日印发/u);
    const removal = appointmentDocument(caseFacts({ lines: [LINES[1]!] }), {
      documentNo: '某〔2026〕1号',
      documentDay: '2026-12-01',
      decidedOn: '2026-11-23',
    });
    expect(removal.title).toBe('关于李明同志免职的通知');
    expect(await textOf(removal)).not.toContain('起计算');
  });

  it('《备案报告》 says the seven classes of a filing from what was recorded, and lists its attachments', async () => {
    const text = await textOf(ALL_FORMS['filing-report']!);
    for (const words of [
      '某市委组织部：',
      '经2026年11月23日党委（党组）会议讨论决定',
      '1．王伟，男，汉族，1991年10月生，大学学历、经济学学士学位，中共党员，现任某县财政局四级主任科员，任某县财政局副局长（试用期）。该同志系破格提拔：专业急需。',
      '某县财政局领导班子核定领导职数4名，调整前实配4名，调整后4名。',
      '应配2名、现配0名',
      '应到30人，实到28人；推荐25票、不推荐1票、其他1票、弃权1票，得票率89.3%（25/28）。',
      '考察组（考察人甲、考察人乙）于2026年10月26日至2026年10月30日进行了考察。',
      '“凡提四必”均已核查，未发现影响任用的问题。',
      '会议纪要：某财党纪〔2026〕12号。',
      '李明：同意6票、不同意1票、缓议1票。',
      '（某组复〔2026〕3号）：同意破格提拔干部。',
      '公示期间收到反映1件，均已核查，反映的问题均不属实。',
      '附件：1．干部任免审批表（2份）',
      '7．有关事项报告及批复情况',
      '8．任前公示情况',
      '（1）会议纪要.pdf',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('《备案报告》 of a batch that only removes has no recommendation, and nothing attached that never was', async () => {
    const facts = caseFacts({ lines: [LINES[1]!] });
    const filed = { decidedOn: null, noticeEndDay: null, documentNo: null, filedOn: null, attachments: [] };
    const text = await textOf(filingReport(facts, { ...filed, procedure: NO_PROCEDURE }));
    expect(text).not.toMatch(/民主推荐|组织考察|任前公示/u);
    expect(text).toContain('没有须事前报告的事项。');
    expect(text).toContain('附件：1．干部任免审批表（1份）');
    expect(text).toContain('3．乡科级青年干部选配专项预审表');
    expect(text).not.toContain('4．');
  });

  it('the attachments are those the report lists, under the same numbers, each on its own page', async () => {
    const [report, attached] = [ALL_FORMS['filing-report']!, ALL_FORMS['filing-attachments']!];
    const listed = [...(await textOf(report)).matchAll(/(\d)．([^\n：，]+)\n/gu)].map(([, no, title]) => [no, title]);
    const texts = attached.blocks.flatMap((block) => ('text' in block ? [block.text] : []));
    const made = texts.flatMap((text, index) => {
      const number = /^附件(\d)$/u.exec(text)?.[1];
      if (number === undefined) return [];
      const title = texts.slice(index + 1).find((next) => /预审单|预审表|情况$/u.test(next));
      return [[number, title]];
    });
    expect(made).toEqual(listed.filter(([no]) => no !== '1'));
    expect(attached.blocks.filter((block) => 'pageBreak' in block)).toHaveLength(made.length - 1);
    const text = await textOf(attached);
    for (const words of ['廉洁意见第3号', '逐项核对，均无', '89.3%（25/28）', '核查人丙', '反映其兼职情况。']) {
      expect(text).toContain(words);
    }
  });

  it('what is missing on record is said to be missing, and one check left out is named', () => {
    const checks = [{ cadre: 'C1', check: 'archiveReview' as const, clear: true, day: null, evidence: '' }];
    const inspection = { inspectors: ['甲', '乙'], fromDay: '2026-10-26', toDay: '2026-10-26', conclusion: '同意' };
    expect(inspectionWords(caseFacts(), { ...NO_PROCEDURE, inspection, checks })).toEqual([
      '考察组（甲、乙）于2026年10月26日进行了考察。考察结论：同意。',
      '王伟：干部档案“凡提必审”：不影响任用；个人有关事项报告“凡提必核”：没有登记；纪检监察机关意见“凡提必听”：没有登记；信访举报“凡提必查”：没有登记。',
    ]);
    expect(inspectionWords(caseFacts(), NO_PROCEDURE)).toEqual(['没有登记。']);
    expect(noticeWords(NO_PROCEDURE)).toEqual(['没有登记。']);
  });

  it('an appointee whom nobody checked is named, however clear the others are; an open objection is not called verified', () => {
    const inspection = { inspectors: ['甲', '乙'], fromDay: '2026-10-26', toDay: '2026-10-26', conclusion: '同意' };
    const names = Object.keys(FOUR_CHECKS) as FourCheck[];
    const checks = names.map((check) => ({ cadre: 'C1', check, clear: true, day: null, evidence: '' }));
    const [riser, leaver] = LINES;
    const both = caseFacts({ lines: [riser!, { ...leaver!, appointTo: riser!.appointTo }] });
    const [, ...said] = inspectionWords(both, { ...NO_PROCEDURE, inspection, checks });
    expect(said.map((one) => one.slice(0, 3))).toEqual(['王伟：', '李明：']);
    expect(said[1]!.match(/没有登记/gu)).toHaveLength(names.length);

    const objection = { no: 1, channel: 'letter' as const, day: '2026-11-24', content: '反映兼职。', conclusion: null };
    const notice = { startDay: '2026-11-23', endDay: '2026-11-27' };
    expect(noticeWords({ ...NO_PROCEDURE, notice, objections: [objection] })).toEqual([
      '公示时间：2026年11月23日至2026年11月27日。公示期间收到反映1件，其中1件正在核查。',
    ]);
  });

  it('拟提拔 are those who rise: a change of posts on one level, or a secondment, is no promotion', () => {
    const [riser, leaver] = LINES;
    const promotedWith = (line: CaseLine): string[] => rowsOf(youngCadrePreReview(caseFacts({ lines: [line] })))[4]!;
    expect(promotedWith(riser!).slice(2, 4)).toEqual(['0', '1']);
    expect(promotedWith({ ...riser!, mode: 'secondment' }).slice(2, 4)).toEqual(['0', '0']);
    const moved = { ...leaver!, appointTo: post('P9', '副主任') };
    expect(promotedWith(moved).slice(2, 4)).toEqual(['0', '0']);
    expect(promotedWith({ ...moved, appointTo: post('P1', '局长', 'principal') }).slice(2, 4)).toEqual(['1', '0']);
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
