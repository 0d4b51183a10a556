import { describe, expect, it } from '@jest/globals';
import { isLocalityBound, kinOf, servesNowhere } from './kin.js';

describe('kin in the words of the forms', () => {
  it.each([
    ['配偶', 'spouse'],
    ['妻子', 'spouse'],
    ['丈夫', 'spouse'],
    ['父亲', 'lineal'],
    ['外祖母', 'lineal'],
    ['长子', 'lineal'],
    ['次女', 'lineal'],
    ['孙女', 'lineal'],
    ['哥哥', 'collateral'],
    ['堂妹', 'collateral'],
    ['舅父', 'collateral'],
    ['侄子', 'collateral'],
    ['外甥女', 'collateral'],
    ['岳父', 'affine'],
    ['婆婆', 'affine'],
    ['妻弟', 'affine'],
    ['儿媳', 'affine'],
    ['姐夫', 'affine'],
    ['姨父', 'affine'],
    ['同学', null],
  ])('%s', (relation, degree) => {
    expect(kinOf(relation)).toBe(degree);
  });

  it('serve nowhere only where the words say so; silence is not clearance', () => {
    expect(['某县农牧局退休干部', '已去世', '某中学学生', '在家务农'].map(servesNowhere)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['某局科员', '', null].map(servesNowhere)).toEqual([false, false, false]);
  });

  it.each([
    '第一幼儿园教师',
    '某大学学生处副处长',
    '市委组织部离退休干部工作科科长',
    '市委老干部局离退休干部局局长',
    '某县人社局农民工工作办公室主任',
    '某农民专业合作社理事长',
    '某村大学生村官',
    '农业服务农机站站长',
    '已退休，现任某协会会长',
  ])('serve where the word belongs to the name of the office: %s', (workplace) => {
    expect(servesNowhere(workplace)).toBe(false);
  });

  it.each(['第一幼儿园中班', '某局退休干部', '原某局局长，已退休', '退休教师', '某大学学生', '学龄前', '务农'])(
    'serve nowhere: %s',
    (workplace) => {
      expect(servesNowhere(workplace)).toBe(true);
    },
  );

  it('whose words name no kin are not taken for kin', () => {
    expect(['同学', '战友', ''].map(kinOf)).toEqual([null, null, null]);
  });
});

describe('地域回避', () => {
  const post = { name: '局长', tier: 'principal', unitKind: 'county-party-gov-department', unitName: '某县公安局' };

  it('binds principals of counties and townships, and the county’s 纪检、组织、法检、公安', () => {
    expect(isLocalityBound(post)).toBe(true);
    expect(isLocalityBound({ ...post, unitKind: 'township', unitName: '某镇', name: '镇长' })).toBe(true);
    expect(
      isLocalityBound({
        ...post,
        unitKind: 'county-level-area',
        unitName: '某县',
        name: '县委常委、组织部部长',
        tier: 'deputy',
      }),
    ).toBe(true);
  });

  it('binds nobody else', () => {
    expect(isLocalityBound({ ...post, tier: 'deputy' })).toBe(false);
    const town = { ...post, unitKind: 'township', unitName: '某镇' };
    expect(isLocalityBound({ ...town, name: '党委副书记、纪委书记', tier: 'deputy' })).toBe(false);
    expect(isLocalityBound({ ...post, unitName: '某县农牧局' })).toBe(false);
    expect(isLocalityBound({ ...post, unitKind: 'city-party-gov-department', unitName: '市公安局' })).toBe(false);
    expect(isLocalityBound({ ...post, unitKind: 'township', unitName: '某镇', name: '副镇长', tier: 'deputy' })).toBe(
      false,
    );
  });
});
