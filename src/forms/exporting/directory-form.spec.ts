import { describe, expect, it } from '@jest/globals';
import { childNamed, ELEMENTS, type ElementName, textOf } from '../approval-form/index.js';
import { LINES } from '../case-forms/case-facts.fixture.js';
import { DOSSIER } from '../known/dossier.fixture.js';
import { knownParts } from '../known/form-texts.js';
import { formOfDirectory } from './directory-form.js';

const TODAY = '2026-11-23';

describe('a form made from directory and dossier', () => {
  it('leaves nothing to be typed again but what a proposal says, who fills it in and the photo', () => {
    const [inService] = DOSSIER.educations;
    const full = {
      ...DOSSIER,
      particulars: {
        nativePlace: '某省甲市',
        birthPlace: '某省乙市',
        health: '健康',
        technicalPost: '会计师',
        speciality: '财政管理',
      },
      educations: [...DOSSIER.educations, { ...inService!, mode: 'in-service' as const, school: '某党校经济管理专业' }],
    };
    const { person } = LINES[1]!;
    const { root } = formOfDirectory(person, knownParts(person, full, TODAY), '150402198609300016', TODAY);
    const empty = (Object.keys(ELEMENTS) as ElementName[]).filter(
      (name) => name !== 'JiaTingChengYuan' && textOf(childNamed(root, name)) === '',
    );
    expect(empty).toEqual([
      // One school is said once, beside the diploma.
      'QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi',
      'ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi',
      'NiRenZhiWu',
      'NiMianZhiWu',
      'RenMianLiYou',
      'ChengBaoDanWei',
      'TianBiaoRen',
      'ZhaoPian',
    ]);
  });
});
