import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import type { Dossier, NamedPerson } from '../../directory/index.js';
import { person, post } from '../case-forms/case-facts.fixture.js';
import { DOSSIER } from './dossier.fixture.js';
import { knownParts } from './form-texts.js';
import { marksOf, newerFacts } from './newer-facts.js';

const TODAY = '2026-11-23';
const IMPORTED = '2026-06-01';
const hash = (text: string): Buffer => createHmac('sha256', 'key').update(text).digest();

const DEPUTY = { ...post('P2', '副局长'), mode: 'regular', occupiesHeadcount: true } as const;
const HEAD = { ...post('P1', '局长', 'principal'), mode: 'regular', occupiesHeadcount: true } as const;
const deputy = (): NamedPerson => person('王伟', '1991-10', [{ ...DEPUTY, from: '2018-03-12', to: null }]);

describe('a form from what is known (§3.1)', () => {
  const parts = knownParts(deputy(), DOSSIER, TODAY);

  it('has posts, schools, family, rewards with sanctions, and three years of assessments', () => {
    expect(parts.posts).toEqual({
      XianRenZhiWu: '某县财政局副局长',
      JianLi: '2010.09--2014.07  某大学法学专业学习\n2018.03--         某县财政局副局长',
    });
    expect(parts.honours.JiangChengQingKuang).toBe('2018.05  受党内警告（某纪〔2018〕1号）\n2020.03  三等功（某县）');
    expect(parts.assessments.NianDuKaoHeJieGuo).toBe('2023年称职、2024年优秀、2025年称职');
    expect(parts.education).toMatchObject({ QuanRiZhiJiaoYu_XueWei: '法学学士', ZaiZhiJiaoYu_XueLi: '' });
    expect(parts.relatives).toEqual([
      {
        ChengWei: '妻子',
        XingMing: '李某',
        ChuShengRiQi: '199202',
        ZhengZhiMianMao: '群众',
        GongZuoDanWeiJiZhiWu: '某中学教师',
      },
    ]);
  });

  it('says nothing of what nobody knows', () => {
    const bare = knownParts({ ...deputy(), partyJoin: null, politicalStatus: '民盟盟员' }, null, TODAY);
    expect([bare.honours, bare.assessments, bare.relatives]).toEqual([
      { JiangChengQingKuang: '' },
      { NianDuKaoHeJieGuo: '' },
      [],
    ]);
    expect(bare.party).toEqual({ RuDangShiJian: '民盟' });
  });
});

describe('what is newer than an imported form', () => {
  const RESUME = '2014.07--2018.03  某县财政局科员\n2018.03--         某县财政局副局长';
  const newer = (someone: NamedPerson, dossier: Dossier | null, before: [NamedPerson, Dossier | null]) => {
    const [then, now] = [knownParts(before[0], before[1], IMPORTED), knownParts(someone, dossier, TODAY)];
    const marks = { before: marksOf(then, hash), now: marksOf(now, hash) };
    return newerFacts(now, marks, { person: someone, resume: RESUME, importedOn: IMPORTED, today: TODAY });
  };

  it('is nothing as long as the directory says what it said', () => {
    expect(newer(deputy(), DOSSIER, [deputy(), DOSSIER])).toEqual({ texts: {}, family: null });
  });

  it('is the part that was changed, and that alone', () => {
    const rewards = [...DOSSIER.rewards, { name: '记功', on: '2026-07', by: null }];
    expect(newer(deputy(), { ...DOSSIER, rewards }, [deputy(), DOSSIER])).toEqual({
      texts: { JiangChengQingKuang: '2018.05  受党内警告（某纪〔2018〕1号）\n2020.03  三等功（某县）\n2026.07  记功' },
      family: null,
    });
    const relatives = [...DOSSIER.relatives, { ...DOSSIER.relatives[0]!, relation: '长女', name: '王小' }];
    expect(newer(deputy(), { ...DOSSIER, relatives }, [deputy(), DOSSIER]).family).toHaveLength(2);
  });

  it('is a new post: the résumé goes on where the old one ends', () => {
    const promoted = person('王伟', '1991-10', [
      { ...DEPUTY, from: '2018-03-12', to: '2026-09-01' },
      { ...HEAD, from: '2026-09-01', to: null },
    ]);
    expect(newer(promoted, DOSSIER, [deputy(), DOSSIER]).texts).toEqual({
      XianRenZhiWu: '某县财政局局长',
      JianLi: '2014.07--2018.03  某县财政局科员\n2018.03--2026.09  某县财政局副局长\n2026.09--         某县财政局局长',
    });
  });

  it('a second post leaves the first open; what nobody knows any more empties nothing', () => {
    const both = person('王伟', '1991-10', [
      { ...DEPUTY, from: '2018-03-12', to: null },
      { ...HEAD, code: 'P9', name: '主任', from: '2026-09-01', to: null },
    ]);
    expect(newer(both, null, [deputy(), DOSSIER])).toEqual({
      texts: expect.objectContaining({
        XianRenZhiWu: '某县财政局副局长、某县财政局主任',
        JianLi: `${RESUME}\n2026.09--         某县财政局主任`,
      }),
      family: null,
    });
  });

  it('marks tell nothing: one key, another mark', () => {
    const marks = marksOf(knownParts(deputy(), DOSSIER, TODAY), hash);
    expect(JSON.stringify(marks)).not.toMatch(/党内警告|李某/u);
  });
});
