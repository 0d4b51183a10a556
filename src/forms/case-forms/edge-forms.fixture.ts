import type { FormContent } from '../../documents/index.js';
import { lrmx } from '../approval-form/form.fixture.js';
import { readLrmx } from '../approval-form/index.js';
import { approvalFormPaper } from '../exporting/approval-form-paper.js';
import { caseFacts, GATE, LINES, person, post } from './case-facts.fixture.js';
import type { CaseLine } from './case-facts.js';
import * as forms from './index.js';

const TODAY = '2026-11-23';

/** Twice as wide as high. */
const WIDE_PHOTO = Buffer.from(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7',
    'gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8',
    'fHx8fHx8fHz/wAARCAAwAGADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAFRABAQAAAAAAAAAAAAAAAAAAABL/',
    'xAAWAQEBAQAAAAAAAAAAAAAAAAAAAQL/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwDSWWnsttlRZaeywUWWnssF',
    'Flp7LBRZaeywUWWnssE1lp7LEUWWnssFFlp7LBRZaeywUWWnssFFlp7LBNZaay1FNlprLBTZaaywU2WmssFNlprLBTZaaywf/9k=',
  ].join(''),
  'base64',
);

/** Names of every length that there are; nobody bears them. */
const NAMES = [
  '阿卜杜热合曼·买买提托合提',
  '欧阳某某',
  '丁一',
  '斯琴格日勒',
  '某某某',
  '乌云其木格',
  '王某',
  '爱新觉罗·某某',
];
const LONG_POST = '某自治旗发展和改革委员会（粮食和物资储备局、国防动员办公室）党组成员、副主任（正科级）';
const posts = (count: number): string =>
  Array.from({ length: count }, (_, index) => `${LONG_POST}之${index + 1}`).join('、');

function resumeOf(entries: number): string {
  return Array.from({ length: entries }, (_, index) => {
    const year = 2025 - entries + index;
    const end = index === entries - 1 ? '       ' : `${year + 1}.07`;
    const during =
      index % 4 === 0 ? `\n                  （其间：${year}.09--${year}.12  参加某期中青年干部培训班学习）` : '';
    return `${year}.07--${end}  某自治旗人民政府办公室（某自治旗机关事务服务中心）第${index + 1}科科员、副科长、科长${during}`;
  }).join('\n');
}

const RELATIVES = Array.from(
  { length: 10 },
  (_, index) =>
    `<Item><ChengWei>${index === 0 ? '配偶的兄弟' : '兄弟姐妹'}</ChengWei><XingMing>${NAMES[index % NAMES.length]}</XingMing>` +
    `<ChuShengRiQi>19${60 + index}03</ChuShengRiQi><ZhengZhiMianMao>中共党员</ZhengZhiMianMao>` +
    `<GongZuoDanWeiJiZhiWu>某自治区某市某旗农牧和科技局退休干部（二级调研员）</GongZuoDanWeiJiZhiWu></Item>`,
).join('');

function approvalForm(texts: Parameters<typeof lrmx>[0], photo: Buffer | null): FormContent {
  const file = lrmx({ ...texts, ZhaoPian: photo?.toString('base64') ?? '' });
  const crowded = file.replace(/(<JiaTingChengYuan>)[\s\S]*(<\/JiaTingChengYuan>)/u, `$1${RELATIVES}$2`);
  const { form, photo: read } = readLrmx(Buffer.from(crowded), TODAY).read!;
  return approvalFormPaper(form, read, TODAY);
}

const lines: CaseLine[] = Array.from({ length: 16 }, (_, index) => {
  const held = { ...post(`H${index}`, LONG_POST.slice(0, 16 + index)), unit: '某自治旗某某局' };
  const term = { ...held, from: '2018-03-12', to: null, mode: 'regular' as const, occupiesHeadcount: true };
  return {
    ...LINES[0]!,
    person: { ...person(NAMES[index % NAMES.length]!, '1988-10', [term]), ethnicity: '维吾尔族' },
    removeFrom: index % 2 === 0 ? held : null,
    appointTo: { ...post(`N${index}`, '党组成员、副局长'), unit: '某自治旗住房和城乡建设局' },
    nativePlace: '某自治区某自治旗',
    fullTimeEducation: '中央党校研究生',
    note: index % 3 === 0 ? '须先办理免职手续' : '',
  };
});

const FACTS = caseFacts({
  unit: { code: 'U1', name: '某自治旗住房和城乡建设局' },
  lines,
  gate: {
    ...GATE,
    headcount: [1, 2, 3, 4].flatMap((number) =>
      GATE.headcount.map((row) => ({
        ...row,
        teamName: `某自治旗住房和城乡建设局第${number}领导班子`,
        after: 3 + number,
      })),
    ),
  },
});

/** Forms at their limits: long names and posts, long résumés, many people, a photo out of proportion, none at all. */
export const EDGE_FORMS: Readonly<Record<string, FormContent>> = {
  'approval-form-full': approvalForm({ XingMing: NAMES[0], JianLi: resumeOf(12), XianRenZhiWu: posts(2) }, null),
  'approval-form-overflowing': approvalForm(
    { XingMing: NAMES[1], JianLi: resumeOf(32), XianRenZhiWu: posts(3), NiRenZhiWu: posts(1) },
    WIDE_PHOTO,
  ),
  'proposal-list-long': forms.proposalList(FACTS),
  'headcount-pre-review-long': forms.headcountPreReview(FACTS),
  'voting-sheet-long': forms.votingSheet(FACTS),
  'public-notice-long': forms.publicNotice(FACTS, {
    period: null,
    exceptional: {},
  }),
  'appointment-document-long': forms.appointmentDocument(FACTS, {
    documentNo: null,
    documentDay: null,
    decidedOn: null,
  }),
};
