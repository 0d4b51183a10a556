import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderForm } from '../../src/documents/index.js';
import { PdfConverter } from '../../src/documents/pdf/pdf-converter.js';
import { ALL_FORMS } from '../../src/forms/case-forms/all-forms.fixture.js';
import { readConfig } from '../../src/platform/index.js';

describe('forms as PDF by the office suite of the server', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'pdf-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it('say what the DOCX says, and leave nothing behind', async () => {
    const converter = new PdfConverter(readConfig({ DATA_DIR: folder, OFFICE_SUITE: process.env.SOFFICE }));
    expect(converter.whyNot).toBeNull();
    const content = await converter.convert(await renderForm(ALL_FORMS['young-cadre-pre-review']!));
    const path = join(folder, 'form.pdf');
    await writeFile(path, content);
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(/\s+/gu, '');
    for (const words of ['乡科级青年干部选配专项预审表', '审核意见落实情况', '同意，按承诺配备。'])
      expect(text).toContain(words);
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  }, 120_000);
});
