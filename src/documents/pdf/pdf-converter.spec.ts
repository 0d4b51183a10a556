import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, RefusalError } from '../../platform/index.js';
import { convertToPdf } from './office-suite.js';
import { PdfConverter } from './pdf-converter.js';

/** A stand-in for the suite: a script that gets what the suite would get. */
describe('an office suite beside the product', () => {
  let folder: string;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'office-'))));
  afterEach(() => rm(folder, { recursive: true }));

  async function suite(body: string): Promise<string> {
    const path = join(folder, 'soffice');
    await writeFile(path, `#!/bin/sh\n${body}\n`);
    await chmod(path, 0o755);
    return path;
  }

  const converter = (officeSuite?: string): PdfConverter =>
    new PdfConverter(readConfig({ DATA_DIR: folder, ...(officeSuite && { OFFICE_SUITE: officeSuite }) }));
  const refusal = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (error: unknown) => (error instanceof RefusalError ? error.refusal.code : error),
    );

  it('gets the file in a folder of its own, a profile without macros, and nothing stays behind', async () => {
    const path = await suite(
      `cp profile/user/registrymodifications.xcu ${folder}/seen; cp "$FONTCONFIG_FILE" ${folder}/fonts; printf '%s\\n' "$@" > ${folder}/args; cat form.docx > form.pdf`,
    );
    const service = converter(path);
    await service.onModuleInit();
    expect((await service.convert(Buffer.from('a form'))).toString()).toBe('a form');
    expect(await readFile(join(folder, 'seen'), 'utf8')).toMatch(/DisableMacrosExecution"[^>]*><value>true/u);
    expect(await readFile(join(folder, 'fonts'), 'utf8')).toMatch(
      /<family>仿宋_GB2312<\/family>.*<family>FandolFang<\/family><family>Noto Serif CJK SC<\/family>/u,
    );
    expect(await readFile(join(folder, 'args'), 'utf8')).toMatch(/^-env:UserInstallation=file:.*\/tmp\/pdf-\d+-/u);
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  });

  it('has one form at a time; a line that is too long turns people away', async () => {
    const path = await suite(
      `[ -e ${folder}/busy ] && exit 1; touch ${folder}/busy; sleep 0.05; cp form.docx form.pdf; rm ${folder}/busy`,
    );
    const service = converter(path);
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, index) => refusal(service.convert(Buffer.from(`${index}`)))),
    );
    expect(all).toEqual([...Array.from({ length: 8 }, () => null), ...Array.from({ length: 4 }, () => 'PDF_BUSY')]);
    expect(await refusal(service.convert(Buffer.from('later')))).toBeNull();
  });

  it('that hangs is ended with all it started; that makes nothing is told so', async () => {
    const hanging = await suite('sleep 600 & sleep 600');
    const work = convertToPdf(Buffer.from('x'), { suite: hanging, parent: join(folder, 'tmp'), limitMs: 50 });
    await expect(work).rejects.toMatchObject({ why: 'slow' });
    expect(await refusal(converter(await suite('exit 0')).convert(Buffer.from('x')))).toBe('PDF_FAILED');
    expect(await refusal(converter(await suite('exit 3')).convert(Buffer.from('x')))).toBe('PDF_FAILED');
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  });

  it('that is not there is said before anything is asked of it', async () => {
    expect(converter().whyNot).toContain('OFFICE_SUITE');
    expect(converter(join(folder, 'missing')).whyNot).toContain('不存在');
    expect(await refusal(converter().convert(Buffer.from('x')))).toBe('PDF_NOT_AVAILABLE');
    expect(() => readConfig({ OFFICE_SUITE: 'soffice' })).toThrow('OFFICE_SUITE');
  });

  it('what a killed process left behind is removed at the next start', async () => {
    const service = converter();
    await service.onModuleInit();
    await writeFile(join(folder, 'tmp', 'pdf-999999999-x'), 'personal data');
    await service.onModuleInit();
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  });
});
