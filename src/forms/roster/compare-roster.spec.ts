import { describe, expect, it } from '@jest/globals';
import { LINES } from '../case-forms/case-facts.fixture.js';
import type { Candidate } from '../importing/find-candidates.js';
import { DOSSIER } from '../known/dossier.fixture.js';
import { differencesOf, particularsWith, tenureRemarks } from './compare-roster.js';
import type { RosterRow } from './read-roster.js';

/** 李明: deputy since 2018-03, and nobody real. */
const { person } = LINES[1]!;
const ROW: RosterRow = {
  sheet: '名册',
  row: 4,
  name: '李明',
  birth: '1979-03',
  idNumber: null,
  ethnicity: null,
  politicalStatus: null,
  workStart: null,
  partyJoin: null,
  fullTimeEducation: null,
  inServiceEducation: null,
  nativePlace: null,
  birthPlace: null,
  deputySince: null,
  principalSince: null,
  postSince: null,
  post: null,
};
const CADRE: Candidate = {
  id: 1,
  code: 'C2',
  name: '李明',
  birth: '1979-03',
  unit: null,
  unitPath: null,
  idHash: null,
  fields: {
    birth: '1979-03',
    ethnicity: null,
    politicalStatus: null,
    workStart: null,
    partyJoin: null,
    fullTimeEducation: null,
    inServiceEducation: null,
  },
};
const remarksOf = (row: Partial<RosterRow>): string[] =>
  tenureRemarks({ ...ROW, ...row }, person, '2026-11-23').map(
    ({ column, value, message }) => `${column} ${value} ${message.slice(0, message.indexOf('。'))}`,
  );

describe('a roster beside directory and dossier (§3.3)', () => {
  it('places are taken into the dossier, and what it knows besides stays', () => {
    const row = { ...ROW, nativePlace: '某省丁市', birthPlace: '某'.repeat(51) };
    const found = differencesOf(row, CADRE, DOSSIER);
    expect(found).toEqual([{ field: 'nativePlace', label: '籍贯', directory: '某省甲市', roster: '某省丁市' }]);
    expect(particularsWith(found, DOSSIER)).toMatchObject({ nativePlace: '某省丁市', health: '健康' });
    expect(particularsWith([], DOSSIER)).toBeUndefined();
    expect(differencesOf({ ...ROW, nativePlace: '某省甲市' }, CADRE, DOSSIER)).toEqual([]);
  });

  it('posts and their times are compared and said, each with what is on record', () => {
    expect(remarksOf({ deputySince: '2018-03', postSince: '2018-03', post: '党组成员、副局长' })).toEqual([]);
    expect(remarksOf({ deputySince: '2018-04', principalSince: '2022-05', post: '局长助理' })).toEqual([
      '副科时间 2018.04 任职记录为“2018.03”',
      '正科时间 2022.05 任职记录为“没有”',
      '职务 局长助理 任职记录为“某县财政局副局长”',
    ]);
    const office = { ...person, terms: [] };
    expect(tenureRemarks({ ...ROW, post: '四级主任科员' }, office, '2026-11-23')).toEqual([]);
  });
});
