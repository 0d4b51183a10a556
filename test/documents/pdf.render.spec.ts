import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderForm } from '../../src/documents/index.js';
import { convertToPdf } from '../../src/documents/pdf/office-suite.js';
import { PdfConverter } from '../../src/documents/pdf/pdf-converter.js';
import { ALL_FORMS } from '../../src/forms/case-forms/all-forms.fixture.js';
import { readConfig } from '../../src/platform/index.js';

describe('forms as PDF by the office suite of the server', () => {
  const suite = process.env.SOFFICE!;
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'pdf-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it('are offered where there is one', () => {
    expect(new PdfConverter(readConfig({ DATA_DIR: folder, OFFICE_SUITE: suite })).whyNot).toBeNull();
  });

  // With more time than a person waits for: the machine that tests has other things to do.
  it('say what the DOCX says, and leave nothing behind', async () => {
    const docx = await renderForm(ALL_FORMS['young-cadre-pre-review']!);
    const content = await convertToPdf(docx, { suite, parent: join(folder, 'tmp'), limitMs: 280_000 });
    const path = join(folder, 'form.pdf');
    await writeFile(path, content);
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(/\s+/gu, '');
    for (const words of ['乡科级青年干部选配专项预审表', '联系电话：', '同意，按承诺配备。'])
      expect(text).toContain(words);
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  }, 300_000);
});
