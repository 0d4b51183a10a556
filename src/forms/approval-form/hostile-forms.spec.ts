import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { lrmx, PHOTO, SOUND } from './form.fixture.js';
import { FORM_LIMITS, readLrm, readLrmx } from './index.js';

const TODAY = '2026-11-23';
const faultsOf = (content: string | Buffer): string[] =>
  readLrmx(Buffer.from(content), TODAY).faults.map(({ code, element }) => `${code} ${element}`.trim());

describe('scenario 52: files that mean harm', () => {
  it.each([
    ['an external entity', '<!DOCTYPE Person [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['a parameter entity', '<!DOCTYPE Person [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]>'],
    ['a bomb of entities', '<!DOCTYPE Person [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'],
    ['an empty one', '<!DOCTYPE Person>'],
  ])('a DOCTYPE with %s is refused', (_what, doctype) => {
    const text = lrmx().replace('<Person>', `${doctype}<Person>`).replace(SOUND.RenMianLiYou, '&x;');
    expect(faultsOf(text)).toEqual(['FORM_HAS_DOCTYPE']);
  });

  it.each([
    ['an entity that nobody declared', lrmx().replace('健康', '&x;'), 'FORM_XML_BROKEN'],
    ['a processing instruction', lrmx().replace('<Person>', '<?xml-stylesheet href="x"?><Person>'), 'FORM_XML_BROKEN'],
    ['a file cut short', lrmx().slice(0, 900), 'FORM_XML_BROKEN'],
    ['two roots', `${lrmx()}<Person/>`, 'FORM_XML_BROKEN'],
    ['nothing', '', 'FORM_EMPTY'],
    ['blanks', '  \n', 'FORM_XML_BROKEN'],
    ['another root', '<a/>', 'FORM_UNKNOWN'],
    ['a page', '<html><body>x</body></html>', 'FORM_UNKNOWN'],
    ['a pit', `<Person>${'<a>'.repeat(5_000)}`, 'FORM_TOO_DEEP'],
    ['a flood', `<Person>${'<a/>'.repeat(50_000)}</Person>`, 'FORM_TOO_MANY_ELEMENTS'],
    ['zero bytes', `<Person>${'\0'.repeat(50)}</Person>`, 'FORM_XML_BROKEN'],
    ['UTF-16 without saying so', Buffer.from(lrmx(), 'utf16le'), 'FORM_ENCODING_BROKEN'],
    [
      'bytes that are not UTF-8',
      Buffer.concat([Buffer.from('<Person>'), Buffer.from([0xc3, 0x28])]),
      'FORM_ENCODING_BROKEN',
    ],
    ['an encoding we do not know', lrmx({}, { encoding: 'ebcdic-x' }), 'FORM_ENCODING_UNKNOWN'],
    ['GB18030 that says UTF-8', Buffer.from('3c506572736f6e3ecdf5cea0', 'hex'), 'FORM_ENCODING_BROKEN'],
    ['50 MB', Buffer.alloc(50 * 1024 * 1024, '<a>'), 'FORM_TOO_LARGE'],
  ])('%s is refused', (_what, content, code) => {
    expect(faultsOf(content)).toEqual([code]);
  });

  it('a photo is judged by what it is', () => {
    const photo = PHOTO.toString('base64');
    const large = Buffer.concat([PHOTO.subarray(0, -2), Buffer.alloc(FORM_LIMITS.photoBytes), PHOTO.subarray(-2)]);
    for (const [content, code] of [
      [photo.slice(0, 401), 'PHOTO_NOT_BASE64'],
      [`${photo.slice(0, 300)}*${photo.slice(301)}`, 'PHOTO_NOT_BASE64'],
      [PHOTO.subarray(0, 300).toString('base64'), 'PHOTO_NOT_JPEG'],
      [Buffer.from('<svg onload="x"/>').toString('base64'), 'PHOTO_NOT_JPEG'],
      [
        Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xff]), Buffer.alloc(99), Buffer.from([0xff, 0xd9])]).toString(
          'base64',
        ),
        'PHOTO_NOT_JPEG',
      ],
      [large.toString('base64'), 'PHOTO_TOO_LARGE'],
    ] as const) {
      expect(faultsOf(lrmx({ ZhaoPian: content }))).toEqual([`${code} ZhaoPian`]);
    }
    // As one producer wraps it.
    const wrapped = photo.replaceAll(/(.{76})/gu, '$1\n');
    expect(readLrmx(Buffer.from(lrmx({ ZhaoPian: wrapped })), TODAY).read?.photo).toEqual(PHOTO);
  });

  it('every fault of a file is listed at once, ID numbers masked', () => {
    const { faults } = readLrmx(
      Buffer.from(
        lrmx({
          XingMing: '',
          XingBie: 'M',
          ChuShengNianYue: '1986.9',
          CanJiaGongZuoShiJian: '202701',
          JiSuanNianLingShiJian: '20260931',
          ShenFenZheng: '150402198609300017',
        }).replace('<MinZu>', '<MinZu>x</MinZu><MinZu>'),
      ),
      TODAY,
    );
    expect(faults.map(({ element, value, code }) => [code, element, value])).toEqual([
      ['ELEMENT_TWICE', 'MinZu', ''],
      ['ID_CHECKSUM', 'ShenFenZheng', '150402********0017'],
      ['REQUIRED_MISSING', 'XingMing', ''],
      ['SEX_INVALID', 'XingBie', 'M'],
      ['MONTH_INVALID', 'ChuShengNianYue', '1986.9'],
      ['MONTH_IN_FUTURE', 'CanJiaGongZuoShiJian', '202701'],
      ['DAY_INVALID', 'JiSuanNianLingShiJian', '20260931'],
    ]);
    expect(faults.every(({ message }) => message.endsWith('。'))).toBe(true);
  });

  it('whatever bytes come, they are read or refused, never a crash', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<Person>',
        '</Person>',
        '<XingMing>',
        '</XingMing>',
        '&1lt;',
        '<![CDATA[',
        ']]>',
        '王',
        '"',
        ',',
        '@',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
          pieces.map((list) => Buffer.from(list.join(''))),
        ),
        (bytes) => {
          expect(readLrmx(bytes, TODAY).faults.length).toBeGreaterThan(0);
          expect(readLrm(bytes, null, TODAY).faults.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
