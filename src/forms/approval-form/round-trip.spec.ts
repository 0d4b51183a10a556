import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { anyForm, lrmx, PHOTO, SOUND } from './form.fixture.js';
import { type FormReading, readLrm, readLrmx, writeLrmx } from './index.js';

const TODAY = '2026-11-23';
const read = (text: string): FormReading => readLrmx(Buffer.from(text), TODAY);

/** What was read, or the faults in the test's output. */
function sound(reading: FormReading): NonNullable<FormReading['read']> {
  expect(reading.faults).toEqual([]);
  return reading.read!;
}

const written = (reading: FormReading, changes = {}): string => {
  const { document, photo } = sound(reading);
  return writeLrmx(document, photo, changes).toString();
};

const canonical = (text: string): string => text.replace(/<Version>[^<]*/u, '').replaceAll(/\s+/gu, '');

describe('scenario 49: an approval form in and out', () => {
  it('is the same file again, byte by byte, whoever wrote it and whatever it holds that we do not know', () => {
    fc.assert(
      fc.property(anyForm, ({ text }) => {
        const out = written(read(text));
        expect(canonical(out)).toBe(canonical(text));
        expect(out).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['3.2.1.6', '3.2.1.16'])('of version %s says what it says', (version) => {
    const reading = read(lrmx({ Version: version }));
    const { form, photo } = sound(reading);
    expect(photo).toEqual(PHOTO);
    expect(form).toMatchObject({
      name: '王伟',
      sex: 'male',
      birthMonth: '1986-09',
      cpcJoinMonth: '2015-06',
      democraticParty: '民盟',
      workStartMonth: '2010-07',
      idNumber: '150402198609300016',
      idBirthMonth: '1986-09',
      ageDay: '2026-09-30',
      version,
    });
    expect(form.fullTime).toEqual({
      diploma: '大学',
      degree: '经济学学士',
      diplomaSchool: '某大学经济系财政学专业',
      degreeSchool: '',
    });
    expect(reading.notices).toEqual([]);
  });

  it('tells the résumé line by line: seven blanks are an open end, lines without a month belong to the one above', () => {
    expect(sound(read(lrmx())).form.resume).toEqual([
      { from: '2006-09', to: '2010-07', text: '某大学经济系财政学专业学习', notes: [] },
      { from: '2010-07', to: '2018-03', text: '某县财政局科员', notes: ['（其间：2013.03--2014.03  在某镇挂职）'] },
      { from: '2018-03', to: null, text: '某县财政局副局长', notes: [] },
    ]);
  });

  it('tells the family without its empty rows, and who has died', () => {
    const { family } = sound(read(lrmx())).form;
    expect(family.map(({ relation, birthMonth, deceased }) => [relation, birthMonth, deceased])).toEqual([
      ['妻子', '1987-11', false],
      ['父亲', '1956-03', true],
    ]);
  });

  it('leaves with what is proposed, everything else as it came', () => {
    const out = written(read(lrmx({}, { unknown: [{ name: 'DaoLingNianYue', text: '204609', after: 'JiGuan' }] })), {
      NiRenZhiWu: '某县<审计>局局长',
      NiMianZhiWu: '某县财政局副局长',
    });
    expect(out).toContain('<NiRenZhiWu>某县&lt;审计&gt;局局长</NiRenZhiWu>');
    expect(out).toMatch(/<JiGuan>[^<]*<\/JiGuan>\r\n {2}<DaoLingNianYue>204609</u);
    expect(sound(read(out)).form).toMatchObject({ proposedRemoval: '某县财政局副局长', name: '王伟' });
  });

  it('puts right the escapes of one exporter, and says so', () => {
    const reading = read(lrmx({ RenMianLiYou: '工作需要' }).replace('工作需要', 'A&1amp;B&1lt;C'));
    expect(sound(reading).form.reasons).toBe('A&B<C');
    expect(reading.notices.map(({ code }) => code)).toEqual(['ESCAPES_REPAIRED']);
  });

  it('comes in GB18030 when it says so, and goes out in UTF-8', () => {
    const bytes = iconv.encode(lrmx({}, { encoding: 'gb2312' }), 'gb18030');
    const { document, photo } = sound(readLrmx(bytes, TODAY));
    expect(writeLrmx(document, photo).toString()).toBe(lrmx({}, { encoding: 'utf-8' }));
  });

  it('remarks what it keeps without understanding it', () => {
    const reading = read(
      lrmx(
        { RuDangShiJian: '某学会', JianLi: '前言\n2010.07--         某局' },
        { unknown: [{ name: 'BeiZhu', text: 'x', after: 'Version' }] },
      ),
    );
    expect(reading.notices.map(({ code, element }) => `${code} ${element}`)).toEqual([
      'ELEMENT_UNKNOWN BeiZhu',
      'PARTY_UNKNOWN RuDangShiJian',
      'RESUME_LINE_UNKNOWN JianLi',
    ]);
    expect(sound(reading).form).toMatchObject({ cpcJoinMonth: null, partyText: '某学会' });
  });
});

describe('a form of the 2.0 kind', () => {
  const fields = (): string[] => {
    const made = Array.from({ length: 33 }, () => '');
    const texts: Record<number, string> = {
      0: SOUND.XingMing,
      1: '女',
      2: '1986.09',
      3: '蒙古族',
      5: '201506',
      8: '201007',
      9: '大学#学士@研究生#',
      10: '某大学#某大学@某党校#',
      16: '财政"管理"',
      17: '2010.07--         某县财政局',
      20: '丈夫@儿子@',
      21: '赵甲@赵乙@',
      22: '198511@201503@',
      23: '群众@@',
      24: '某厂职工@学生@',
      25: '某县财政局副局长',
      29: '某县委组织部',
      30: '20260930',
      31: '经办人',
      32: '20260921',
    };
    for (const [index, text] of Object.entries(texts)) made[Number(index)] = text;
    return made;
  };
  const lrm = (list: string[]): Buffer => iconv.encode(list.map((field) => `"${field}"`).join(',\r\n'), 'gb18030');

  it('is read by position, with its photo beside it, and goes out as .lrmx', () => {
    const { form, document, photo } = sound(readLrm(lrm(fields()), PHOTO, TODAY));
    expect(form).toMatchObject({
      name: '王伟',
      sex: 'female',
      birthMonth: '1986-09',
      speciality: '财政"管理"',
      fullTime: { diploma: '大学', degree: '学士', diplomaSchool: '某大学', degreeSchool: '某大学' },
      inService: { diploma: '研究生', degree: '', diplomaSchool: '某党校', degreeSchool: '' },
      reportingUnit: '某县委组织部',
      filledBy: '经办人',
      filledOn: '2026-09-21',
      idNumber: null,
    });
    expect(form.family.map(({ relation, name, post }) => [relation, name, post])).toEqual([
      ['丈夫', '赵甲', '某厂职工'],
      ['儿子', '赵乙', '学生'],
    ]);
    const again = sound(readLrmx(writeLrmx(document, photo), TODAY));
    expect(again.form).toEqual(form);
    expect(again.photo).toEqual(PHOTO);
  });

  it('saved anew as UTF-8, with a mark of it or without, says the same', () => {
    const text = iconv.decode(lrm(fields()), 'gb18030');
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`)]) {
      expect(sound(readLrm(bytes, null, TODAY)).form).toEqual(sound(readLrm(lrm(fields()), null, TODAY)).form);
    }
    const declared = lrmx({}, { encoding: 'gb2312' });
    expect(sound(readLrmx(Buffer.from(declared), TODAY)).form.name).toBe('王伟');
  });

  it('is refused when it is cut short, no such file, or its photo is none', () => {
    const codes = (reading: FormReading): string[] => reading.faults.map(({ code }) => code);
    expect(codes(readLrm(lrm(fields().slice(0, 12)), null, TODAY))).toEqual(['FORM_FIELDS_MISSING']);
    expect(codes(readLrm(Buffer.from('MZ...'), null, TODAY))).toEqual(['FORM_UNKNOWN']);
    expect(codes(readLrm(lrm(fields()), Buffer.from('GIF89a'), TODAY))).toEqual(['PHOTO_NOT_JPEG']);
    expect(codes(readLrm(Buffer.from([0x22, 0xff, 0xff, 0x22]), null, TODAY))).toEqual(['FORM_ENCODING_BROKEN']);
  });
});
