import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../../platform/xlsx/index.js';
import { cellText, type Reading } from './cell-rule.js';
import { day, dueDay, month } from './date-rules.js';
import { idNumber, maskIdNumber } from './id-number.js';
import { quantityFor, share } from './quantity-rules.js';
import { code, integer, oneOf, personName, text, yesNo } from './text-rules.js';
import { headerText } from './tidy-text.js';

const typed = (value: string): Cell => ({ kind: 'text', text: value });
const number = (raw: string, percent = false): Cell => ({ kind: 'number', text: raw, percent });
const date = (value: string): Cell => ({ kind: 'date', day: value });
const outcome = <T>(reading: Reading<T>): T | string => ('value' in reading ? reading.value : reading.fault.code);

describe('a month', () => {
  it.each(['1986.10', '1986-10', '1986/10', '198610', '1986年10月', ' 1986.10 ', '１９８６．１０', '1986 年 10 月'])(
    'is taken as %s',
    (value) => expect(outcome(month(typed(value)))).toBe('1986-10'),
  );

  it('is taken from a real date, from whole YYYYMM digits, and with one digit before 月', () => {
    expect(outcome(month(date('1986-10-21')))).toBe('1986-10');
    expect(outcome(month(number('198610')))).toBe('1986-10');
    expect(outcome(month(typed('1986年1月')))).toBe('1986-01');
  });

  it.each(['1986.1', '1986.10', '1986.05', '1986.0999999999999', '1.9861E3'])('as the number %s is ambiguous', (raw) =>
    expect(outcome(month(number(raw)))).toBe('MONTH_AMBIGUOUS'),
  );

  it('that lost its zero in a text is ambiguous too, and says what to write', () => {
    expect(month(typed('1986.1'))).toEqual({ fault: { code: 'MONTH_AMBIGUOUS', params: { year: '1986' } } });
  });

  it.each(['1986.13', '1986.00', '1986.9', '1986', '86.10', '1986.10.01', '十月', '1899.12', '2100.01', '1986-10/'])(
    'is never guessed from %s',
    (value) => expect(outcome(month(typed(value)))).toBe('MONTH_INVALID'),
  );
});

describe('a day', () => {
  it.each([
    ['2026.09.01', '2026-09-01'],
    ['2026-9-1', '2026-09-01'],
    ['2026/09/01', '2026-09-01'],
    ['20260901', '2026-09-01'],
    ['2026年9月1日', '2026-09-01'],
    ['2026.09', '2026-09-01'],
    ['2026年9月', '2026-09-01'],
    ['2024.02.29', '2024-02-29'],
  ])('%s is %s', (value, expected) => expect(outcome(day(typed(value)))).toBe(expected));

  it.each(['2026.02.29', '2026.13.01', '2026.00.10', '2026.09.31', '2026-09.01', 'soon'])('%s is none', (value) =>
    expect(outcome(day(typed(value)))).toBe('DAY_INVALID'),
  );

  it('as a number is a day only when no zero can be lost', () => {
    expect(outcome(day(number('20260901')))).toBe('2026-09-01');
    expect(outcome(day(number('2026.1')))).toBe('MONTH_AMBIGUOUS');
    expect(outcome(day(number('46266')))).toBe('DAY_INVALID');
  });

  it('until which something is due ends its month', () => {
    expect(outcome(dueDay(typed('2028.02')))).toBe('2028-02-29');
    expect(outcome(dueDay(typed('2028.02.10')))).toBe('2028-02-10');
  });
});

describe('texts', () => {
  it('lose full-width digits, blanks at the ends and doubled blanks, and keep their punctuation', () => {
    expect(outcome(text(typed('　第１　中学（Ａ区）\n')))).toBe('第1 中学（A区）');
  });

  it('that are names of persons lose all blanks', () => {
    expect(outcome(personName(typed('王　明 ')))).toBe('王明');
    expect(outcome(personName(typed('阿丽亚·买买提')))).toBe('阿丽亚·买买提');
  });

  it('may have 200 characters', () => {
    expect(outcome(text(typed('甲'.repeat(200))))).toHaveLength(200);
    expect(outcome(text(typed('甲'.repeat(201))))).toBe('TEXT_TOO_LONG');
  });

  it('that are codes have no blanks inside, and may come as whole numbers', () => {
    expect(outcome(code(typed(' Ａ-01 ')))).toBe('A-01');
    expect(outcome(code(number('1001')))).toBe('1001');
    for (const cell of [
      typed('A 01'),
      typed('甲'.repeat(65)),
      number('1.5'),
      number('12345678901234567'),
      date('2026-01-01'),
    ]) {
      expect(outcome(code(cell))).toBe('CODE_INVALID');
    }
  });

  it('of a closed list are taken by their label only', () => {
    const tier = oneOf({ principal: '正职', deputy: '副职' });
    expect(outcome(tier(typed(' 正 职 ')))).toBe('principal');
    expect(tier(typed('principal'))).toEqual({ fault: { code: 'LABEL_UNKNOWN', params: { allowed: '正职、副职' } } });
  });

  it('yes and no may be a truth value', () => {
    expect([yesNo(typed('是')), yesNo(typed('否')), yesNo({ kind: 'boolean', value: false })].map(outcome)).toEqual([
      true,
      false,
      false,
    ]);
    expect(outcome(yesNo(typed('Y')))).toBe('LABEL_UNKNOWN');
  });

  it('of headers may be decorated', () => {
    expect(['单位编码★', ' 单位 编码 * ', '单位编码'].map(headerText)).toEqual(['单位编码', '单位编码', '单位编码']);
  });
});

describe('whole numbers', () => {
  it('stay within their bounds', () => {
    const age = integer(18, 70);
    expect([typed('18'), number('70'), number('40.0'), typed('４０')].map((cell) => outcome(age(cell)))).toEqual([
      18, 70, 40, 40,
    ]);
    for (const cell of [typed('17'), typed('71'), number('40.5'), typed('-20'), typed('四十'), number('0.4', true)]) {
      expect(outcome(age(cell))).toBe('INTEGER_INVALID');
    }
  });
});

describe('quantities', () => {
  it('of 至少 are whole persons', () => {
    expect(outcome(quantityFor('at-least', typed('2')))).toEqual({ quantity: 2 });
    expect(outcome(quantityFor('at-least', number('0')))).toEqual({ quantity: 0 });
    expect(outcome(quantityFor('at-least', typed('15%')))).toBe('QUANTITY_INVALID');
  });

  it('of 占比 are exact: 7 % is seven hundredths, however the file stores it', () => {
    const seven = { num: 7, den: 100 };
    for (const cell of [typed('7%'), typed('７％'), number('7.0000000000000007E-2', true), number('0.07')]) {
      expect(outcome(share(cell))).toEqual(seven);
    }
    expect(outcome(share(typed('33.3%')))).toEqual({ num: 333, den: 1000 });
    expect(outcome(share(typed('1/3')))).toEqual({ num: 1, den: 3 });
    expect(outcome(share(number('1', true)))).toEqual({ num: 1, den: 1 });
  });

  it('of 占比 without a percent sign could be persons', () => {
    for (const cell of [
      typed('15'),
      number('15'),
      number('1'),
      typed('0.15'),
      typed('0%'),
      typed('101%'),
      typed('many'),
    ]) {
      expect(outcome(share(cell))).toBe('SHARE_INVALID');
    }
  });
});

describe('a resident ID number', () => {
  const read = idNumber('2026-06-30');

  it.each([
    '11010519491231002X',
    '11010519491231002x',
    '150402198609300016',
    '150402198609300024',
    '110101199003074514',
  ])('%s is sound', (value) =>
    expect(outcome(read(typed(value)))).toMatchObject({ kind: 'whole', number: value.toUpperCase() }),
  );

  it('tells sex and birth month', () => {
    expect(outcome(read(typed('150402198609300016')))).toMatchObject({ sex: 'male', birthMonth: '1986-09' });
    expect(outcome(read(typed('150402198609300024')))).toMatchObject({ sex: 'female' });
  });

  it.each([
    ['150402198609300017', 'ID_CHECKSUM'],
    ['150402860930001', 'ID_15_DIGITS'],
    ['15040219860930001', 'ID_LENGTH'],
    ['1504021986093000166', 'ID_LENGTH'],
    ['15040219860230001X', 'ID_BIRTH_INVALID'],
    ['150402202607010013', 'ID_BIRTH_INVALID'],
    ['15040219860930A016', 'ID_CHARACTERS'],
  ])('%s is refused with %s', (value, expected) => expect(outcome(read(typed(value)))).toBe(expected));

  it('stored as a number has lost its last digits', () => {
    expect(outcome(read(number('1.5040219860930003E+17')))).toBe('ID_AS_NUMBER');
  });

  it('may be its mask, which means unchanged', () => {
    expect(maskIdNumber('150402198609300016')).toBe('150402********0016');
    expect(outcome(read(typed('150402********0016')))).toEqual({ kind: 'mask', mask: '150402********0016' });
  });
});

describe('what a message shows', () => {
  it('is the cell as a person sees it', () => {
    expect(
      [
        number('0.15', true),
        number('7.0000000000000007E-2', true),
        date('2026-09-01'),
        { kind: 'boolean', value: true } as Cell,
      ].map(cellText),
    ).toEqual(['15%', '7%', '2026.09.01', '是']);
  });
});
