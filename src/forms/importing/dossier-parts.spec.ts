import { describe, expect, it } from '@jest/globals';
import { lrmx } from '../approval-form/form.fixture.js';
import { type ApprovalForm, readLrmx } from '../approval-form/index.js';
import { DOSSIER } from '../known/dossier.fixture.js';
import { changesBy, PART_NAMES, partDifferences, partOf } from './dossier-parts.js';

const EMPTY = { ...DOSSIER, relatives: [], assessments: [], particulars: null, educations: [] };
const formOf = (texts: Parameters<typeof lrmx>[0] = {}): ApprovalForm =>
  readLrmx(Buffer.from(lrmx(texts)), '2026-11-23').read!.form;
const wordsOf = (form: ApprovalForm, dossier = EMPTY): Record<string, string> =>
  Object.fromEntries(partDifferences(form, dossier).map(({ field, form: words }) => [field, words]));

describe('what an approval form says that a dossier keeps (§3.1)', () => {
  it('is told in words, and taken over without a word typed again', () => {
    const form = formOf();
    expect(wordsOf(form)).toEqual({
      particulars: '籍贯某省甲市；出生地某省甲市；健康状况健康；专长财政管理',
      relatives: '妻子李甲（1987.11，群众，某县第一小学教师）；父亲王乙（1956.03，中共党员，某厂职工（已去世））',
      educations: '全日制大学（经济学学士，某大学经济系财政学专业）；在职研究生（某党校经济管理专业）',
      assessments: '2023年称职、2024年优秀、2025年称职',
    });
    const after = { ...EMPTY, ...changesBy(PART_NAMES, form, EMPTY) } as typeof EMPTY;
    expect(after.assessments).toContainEqual({ year: 2024, grade: 'excellent' });
    expect(partDifferences(form, after)).toEqual([]);
    expect(changesBy(PART_NAMES, form, after)).toEqual({});
  });

  it('empties nothing, and loses nothing that somebody has added since', () => {
    const silent = formOf({ JiGuan: '', ChuShengDi: '', JianKangZhuangKuang: '', ShuXiZhuanYeYouHeZhuanChang: '' });
    expect(partOf('particulars', silent, DOSSIER)).toBeNull();
    const health = formOf({ JiGuan: '', ChuShengDi: '', ShuXiZhuanYeYouHeZhuanChang: '', JianKangZhuangKuang: '良好' });
    expect(partOf('particulars', health, DOSSIER)).toMatchObject({ nativePlace: '某省甲市', health: '良好' });
    const matched = { relation: '妻子', name: '李甲', birth: null, politicalStatus: null, leads: false };
    const relatives = [{ ...matched, workplace: '某县第一小学教师', unit: 'U9' }];
    expect(partOf('relatives', formOf(), { ...DOSSIER, relatives })![0]).toMatchObject({ unit: 'U9', leads: false });
    expect(partOf('educations', formOf(), DOSSIER)).toContainEqual(
      expect.objectContaining({ mode: 'full-time', diploma: '大学', from: '2010-09', until: '2014-07' }),
    );
    expect(partOf('assessments', formOf(), DOSSIER)!.map(({ year }) => year)).toContain(2021);
  });

  it.each([
    ['2023年度考核优秀；2024年被评为称职', '2023年优秀、2024年称职'],
    ['2024年基本称职', '2024年基本称职'],
    ['2025年：不定等次', '2025年不定等次'],
    ['近三年考核均为称职', undefined],
  ])('reads %s', (text, words) => {
    expect(wordsOf(formOf({ NianDuKaoHeJieGuo: text })).assessments).toBe(words);
  });

  it('leaves to people what a dossier cannot hold', () => {
    const form = formOf();
    const long = { ...form, family: [{ ...form.family[0]!, post: '某'.repeat(201) }] };
    expect(partOf('relatives', long, EMPTY)).toBeNull();
    expect(wordsOf(long)).not.toHaveProperty('relatives');
  });
});
