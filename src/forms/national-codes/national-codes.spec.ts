import { describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROSTER_COLUMNS } from '../sheets/roster-columns.js';
import { loadNationalCodes, nationalCodesOf, wordOf } from './national-codes.js';

const EXTRA = ['身份证号', '政治面貌'];

describe('codes of the national information sets (§3.4)', () => {
  const codes = loadNationalCodes();

  it('have all the items that were seen in use', () => {
    const wanted =
      'A0000 A0101 A0104 A0107 A0117 A0134 A0140 A0141 A0163 A0165 A0184 A0192 A0192A A0288 A0201B A0201D A0201E A0243 A0248 A0255 A0281 B0101 B0111 B0124 B0131 B0194';
    expect(wanted.split(' ').filter((code) => !codes.has(code))).toEqual([]);
  });

  it('point to columns that a roster has', () => {
    const columns = new Set<string>([...ROSTER_COLUMNS.map(({ header }) => header), ...EXTRA]);
    const wrong = [...codes.values()].filter(({ column }) => column !== undefined && !columns.has(column));
    expect(wrong).toEqual([]);
  });

  it.each([
    ['A0104', '2', '女'],
    ['A0117', '01', '汉族'],
    ['A0117', '02', '蒙古族'],
    ['A0117', '56', '基诺族'],
    ['A0201E', '3', '副职'],
    ['A0107', '198609', '198609'],
  ])('%s: %s is %s', (code, value, word) => {
    expect(wordOf(codes.get(code)!, value)).toBe(word);
  });

  it('never guess a value beyond a list', () => {
    expect(wordOf(codes.get('A0104')!, '9')).toBeNull();
    expect(wordOf(codes.get('A0141')!, '13')).toBeNull();
  });

  it('are refused when the file is not what it must be', () => {
    const file = (sets: object): string => JSON.stringify({ source: 's', sets });
    expect(() => loadNationalCodes('{')).toThrow('JSON');
    expect(() => loadNationalCodes(file({ A01: { label: 'x', items: { A0101: { lable: '姓名' } } } }))).toThrow(
      'lable',
    );
    const items = { A0101: { label: '姓名' } };
    const twice = file({ A01: { label: 'x', items }, A02: { label: 'y', items } });
    expect(() => loadNationalCodes(twice)).toThrow('two sets');
  });

  it('are those of the city where it has named a file, and a file that is none is refused by the name of the setting', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'codes-'));
    const path = join(folder, 'own.json');
    const items = { A0101: { label: '姓名', column: '姓名' }, A9104: { label: '性别', codes: { F: '女' } } };
    await writeFile(path, JSON.stringify({ source: '某市', sets: { A01: { label: '基本信息', items } } }));
    const own = nationalCodesOf(path);
    expect([own.size, wordOf(own.get('A9104')!, 'F')]).toEqual([2, '女']);
    await writeFile(path, '{}');
    expect(() => nationalCodesOf(path)).toThrow(/^NATIONAL_CODES：/u);
    await rm(folder, { recursive: true });
    expect(() => nationalCodesOf(path)).toThrow('ENOENT');
    expect(nationalCodesOf(undefined).has('A0107')).toBe(true);
  });
});
