import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { openXlsx, type Row, type UnreadableCode, XLSX_LIMITS, type XlsxLimits } from './index.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The smallest workbook there is: one sheet with the given rows. */
function parts(sheetData = ''): Record<string, string> {
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="单位" sheetId="1" state="hidden" r:id="s1"/><sheet name="外部" sheetId="2" r:id="s2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="s1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="${OFFICE}/worksheet" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="st" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="ss" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="9"/><xf numFmtId="57"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml':
      '<sst><si><t>甲</t></si><si><r><t>王</t></r><r><t>明</t></r><rPh sb="0" eb="1"><t>wang</t></rPh></si></sst>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
  };
}

describe('reading files made by others', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'hostile-'))));
  afterAll(() => rm(folder, { recursive: true }));

  async function zipped(files: Record<string, string | Buffer>): Promise<string> {
    const path = join(folder, `${Object.keys(files).length}-${Buffer.byteLength(JSON.stringify(files))}.xlsx`);
    const zip = new ZipFile();
    for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(path));
    return path;
  }

  async function read(path: string, limits: XlsxLimits = XLSX_LIMITS): Promise<Row[]> {
    const file = await openXlsx(path, limits);
    try {
      const rows: Row[] = [];
      for (const sheet of file.sheets) for await (const row of sheet.rows()) rows.push(row);
      return rows;
    } finally {
      file.close();
    }
  }

  async function refusalOf(path: string, limits?: XlsxLimits): Promise<UnreadableCode> {
    const error = await read(path, limits).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return (error as { code: UnreadableCode }).code;
  }

  it('reads texts, dates by their style, percentages, cached values and hidden sheets; follows nothing outside', async () => {
    const path = await zipped(
      parts(
        '<row r="2" hidden="1"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>' +
          '<row><c><v>1986.1</v></c><c s="1"><v>46296.5</v></c><c s="2"><v>0.15</v></c><c t="b"><v>1</v></c>' +
          '<c t="e"><v>#REF!</v></c><c t="str"><f>A1</f><v>值</v></c><c s="3"><v>60</v></c><c s="1"/></row>',
      ),
    );
    expect(await read(path)).toEqual([
      { number: 2, cells: [{ kind: 'text', text: '甲' }, undefined, { kind: 'text', text: '王明' }] },
      {
        number: 3,
        cells: [
          { kind: 'number', text: '1986.1', percent: false },
          { kind: 'date', day: '2026-10-01' },
          { kind: 'number', text: '0.15', percent: true },
          { kind: 'boolean', value: true },
          { kind: 'error', text: '#REF!' },
          { kind: 'text', text: '值' },
          { kind: 'date', day: '1900-02-28' },
          undefined,
        ],
      },
    ]);
  });

  it('refuses what is no zip, an empty file and a file cut short', async () => {
    const whole = await zipped(parts('<row/>'));
    const { readFile } = await import('node:fs/promises');
    for (const content of ['', 'PK', 'plain text', (await readFile(whole)).subarray(0, 600)]) {
      const path = join(folder, 'broken.xlsx');
      await writeFile(path, content);
      expect(await refusalOf(path)).toBe('FILE_BROKEN');
    }
  });

  it('refuses broken XML, a missing part, rows out of order and a text number beyond the table', async () => {
    const { 'xl/workbook.xml': _, ...withoutWorkbook } = parts();
    for (const files of [
      parts('<row'),
      parts('<row></c>'),
      withoutWorkbook,
      parts('<row r="3"/><row r="3"/>'),
      parts('<row><c t="s"><v>2</v></c></row>'),
      parts('<row><c r="1A"><v>2</v></c></row>'),
      { ...parts(), 'xl/worksheets/sheet1.xml': Buffer.from([0x3c, 0xff, 0xfe]) },
    ]) {
      expect(await refusalOf(await zipped(files))).toBe('FILE_BROKEN');
    }
  });

  it('refuses an encrypted workbook and an old one: both come in another container', async () => {
    const path = join(folder, 'old.xlsx');
    await writeFile(path, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]));
    expect(await refusalOf(path)).toBe('FILE_ENCRYPTED_OR_OLD');
  });

  it('refuses macros, named or only declared', async () => {
    expect(await refusalOf(await zipped({ ...parts(), 'xl/vbaProject.bin': 'x' }))).toBe('FILE_HAS_MACROS');
    const declared = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    expect(await refusalOf(await zipped({ ...parts(), '[Content_Types].xml': declared }))).toBe('FILE_HAS_MACROS');
  });

  it('refuses a DOCTYPE in any part read', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    for (const name of ['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml']) {
      const files = parts();
      expect(await refusalOf(await zipped({ ...files, [name]: `${doctype}${files[name]}` }))).toBe('FILE_HAS_DOCTYPE');
    }
  });

  it('refuses a zip bomb while inflating: by ratio, by part, in all, and by number of parts', async () => {
    const bomb = await zipped(parts(`<row>${'<c/>'.repeat(3_000_000)}</row>`));
    expect(await refusalOf(bomb)).toBe('FILE_INFLATES_TOO_MUCH');
    const small = await zipped(parts('<row r="1"/>'.padEnd(20_000)));
    expect(await refusalOf(small, { ...XLSX_LIMITS, entryBytes: 10_000 })).toBe('FILE_INFLATES_TOO_MUCH');
    expect(await refusalOf(small, { ...XLSX_LIMITS, totalBytes: 20_500 })).toBe('FILE_INFLATES_TOO_MUCH');
    expect(await refusalOf(small, { ...XLSX_LIMITS, entries: 6 })).toBe('FILE_INFLATES_TOO_MUCH');
    const texts = { ...parts(), 'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(900_000)}</t></si></sst>` };
    expect(await refusalOf(await zipped(texts), { ...XLSX_LIMITS, sharedStringBytes: 10_000 })).toBe(
      'FILE_INFLATES_TOO_MUCH',
    );
  });

  it('refuses a text without end before it fills the memory', async () => {
    const endless = parts(`<row><c t="inlineStr"><is><t>${'甲乙丙丁'.repeat(300_000)}</t></is></c></row>`);
    expect(await refusalOf(await zipped(endless), { ...XLSX_LIMITS, ratio: 100_000 })).toBe('FILE_BROKEN');
  });
});
