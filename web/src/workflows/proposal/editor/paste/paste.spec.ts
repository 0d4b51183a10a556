import { describe, expect, it } from '@jest/globals';
import type { CadreRow } from '../../../../api/types.js';
import { matchRows, PASTE_FAULTS } from './match-rows.js';
import { readRows } from './read-rows.js';

describe('a pasted list', () => {
  it('is read in the usual order, or by its headers', () => {
    const plain = readRows('王 明\t副局长\t科长\r\nG000002\t\t副局长\n');
    expect(plain).toEqual([
      { line: 1, who: '王明', appointTo: '副局长', removeFrom: '科长' },
      { line: 2, who: 'G000002', appointTo: '', removeFrom: '副局长' },
    ]);
    expect(readRows('序号\t拟免\t姓名\t拟任\n1\t科长\t王明\t副局长')).toEqual([
      { line: 2, who: '王明', appointTo: '副局长', removeFrom: '科长' },
    ]);
  });

  it('is put right where a spreadsheet spoils it: full-width letters, quotes, dashes, blank lines', () => {
    expect(readRows('\uFEFF姓名,拟任,拟免\n"Ｇ０００００１",副局长,——\n\n,,')).toEqual([
      { line: 2, who: 'G000001', appointTo: '副局长', removeFrom: '' },
    ]);
  });
});

describe('lines of a list as items', () => {
  const cadre = (code: string, name: string, posts: CadreRow['posts'] = []): CadreRow => ({
    code,
    name,
    sex: 'male',
    birth: '1990-01',
    civilRank: null,
    homeUnit: null,
    posts,
  });
  const POSTS = [
    { code: 'P1', name: '副局长', teamName: '教育局领导班子' },
    { code: 'P2', name: '局长', teamName: '教育局领导班子' },
    { code: 'P3', name: '副局长', teamName: '体育局领导班子' },
  ];
  const HELD = [{ code: 'P9', name: '科长', team: 'T', teamName: '某局' }];
  const match = (text: string, people: readonly CadreRow[]) => {
    const rows = readRows(text);
    const found = new Map(
      rows.map(({ who }) => [who, people.filter(({ code, name }) => code === who || name === who)]),
    );
    return matchRows(rows, found, POSTS).map(({ item, fault }) => item ?? fault);
  };

  it('appoint, transfer and remove', () => {
    const people = [cadre('A', '王明', HELD), cadre('B', '李红')];
    expect(match('王明\t局长\t科长', people)).toEqual([
      { cadre: 'A', appointTo: 'P2', removeFrom: 'P9', kind: 'transfer' },
    ]);
    expect(match('李红\t教育局领导班子 副局长', people)).toEqual([{ cadre: 'B', appointTo: 'P1', kind: 'appoint' }]);
    expect(match('王明\t\t科长', people)).toEqual([{ cadre: 'A', removeFrom: 'P9', kind: 'remove' }]);
  });

  it('guess nothing: two people of one name, two posts of one name, nobody, nothing', () => {
    const people = [cadre('A', '王明'), cadre('C', '王明'), cadre('B', '李红')];
    expect(match('王明\t局长', people)).toEqual([PASTE_FAULTS.several]);
    expect(match('李红\t副局长', people)).toEqual([PASTE_FAULTS.severalPosts]);
    expect(match('赵某\t局长', people)).toEqual([PASTE_FAULTS.nobody]);
    expect(match('李红', people)).toEqual([PASTE_FAULTS.nothing]);
    expect(match('李红\t主席', people)).toEqual([PASTE_FAULTS.noPost]);
    expect(match('C\t局长', people)).toEqual([{ cadre: 'C', appointTo: 'P2', kind: 'appoint' }]);
  });
});
