import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changedTables, fingerprint } from './support/fingerprint.js';
import { idIn, jsonOf, type ProbeAnswer, uploadOf } from './support/http-probe.js';
import { type ProbeStage, setProbeStage } from './support/probe-stage.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const PAGE = Buffer.from('<!doctype html><html><script>alert(document.cookie)</script></html>');
const DRAWING = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const LIMIT = 10 * 1024 * 1024;

describe('attachments', () => {
  let stage: ProbeStage;
  let token: string;
  let path: string;

  beforeAll(async () => {
    stage = await setProbeStage();
    const { own } = stage.places;
    token = await stage.session(own.clerk);
    path = `/api/v1/proposals/${own.cases['proposals']!.id}/attachments`;
  });
  afterAll(() => stage.close());

  const upload = (name: string, content: Buffer, type = 'application/pdf'): Promise<ProbeAnswer> =>
    stage.http.send({ method: 'POST', path, token, body: uploadOf({ name, type, content }) });
  const download = async (stored: ProbeAnswer): Promise<ProbeAnswer> => {
    return stage.http.fetchFile({ path: `${path}/${idIn(stored)}`, token });
  };

  it('that are empty, too large, or of a kind not allowed are refused and not stored', async () => {
    const before = await fingerprint(stage.db);
    for (const [what, content, expected] of [
      ['nothing at all', Buffer.alloc(0), '400 ATTACHMENT_EMPTY'],
      ['11 MB', Buffer.concat([PDF, Buffer.alloc(11 * 1024 * 1024, 65)]), '413 PAYLOAD_TOO_LARGE'],
      ['one byte too many', Buffer.concat([PDF, Buffer.alloc(LIMIT + 1 - PDF.length, 65)]), '413 PAYLOAD_TOO_LARGE'],
      ['a drawing with a script, as .pdf', DRAWING, '415 ATTACHMENT_TYPE_NOT_ALLOWED'],
      ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), '415 ATTACHMENT_TYPE_NOT_ALLOWED'],
      [
        'an archive',
        Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
        '415 ATTACHMENT_TYPE_NOT_ALLOWED',
      ],
      ['an old Word file', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'), '415 ATTACHMENT_TYPE_NOT_ALLOWED'],
      ['bytes of nothing', Buffer.from([0, 1, 2, 3, 255, 254]), '415 ATTACHMENT_TYPE_NOT_ALLOWED'],
      ['a text with a zero byte', Buffer.from('a\0b'), '415 ATTACHMENT_TYPE_NOT_ALLOWED'],
    ] as const) {
      const { status, code } = await upload('材料.pdf', content);
      expect([what, `${status} ${code}`]).toEqual([what, expected]);
    }
    expect(changedTables(before, await fingerprint(stage.db))).toEqual([]);
  });

  it('of the largest size allowed are taken; the same once more is the same', async () => {
    const largest = Buffer.concat([PDF, Buffer.alloc(LIMIT - PDF.length, 65)]);
    const stored = idIn(await upload('最大.pdf', largest));
    expect(idIn(await upload('又名.pdf', largest))).toBe(stored);
  });

  it('are what their content is, whatever they are called and declared', async () => {
    for (const [name, content, declared, kept] of [
      ['说明.html', PDF, 'text/html', 'application/pdf'],
      ['页面.png', PAGE, 'image/png', 'text/plain; charset=utf-8'],
      ['照片.svg', PNG, 'image/svg+xml', 'image/png'],
    ] as const) {
      const stored = await upload(name, content, declared);
      expect([name, stored.status, jsonOf(stored)['mediaType']]).toEqual([name, 201, kept]);
      const { headers } = await download(stored);
      expect([name, headers['content-type']]).toEqual([name, kept]);
    }
  });

  it('are handed out to be saved, never to be shown in the page', async () => {
    for (const content of [PDF, PAGE, PNG].map((bytes, n) => Buffer.concat([bytes, Buffer.from(` ${n}`)]))) {
      const { status, headers } = await download(await upload('内容.html', content, 'text/html'));
      expect(status).toBe(200);
      expect(headers['content-disposition']).toMatch(/^attachment; /);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-type']).not.toMatch(/html|svg|xml|javascript/);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-security-policy']).toMatch(/(^|;)\s*sandbox(;|$)/);
    }
  });

  it('keep of their name what is a name', async () => {
    const names: [string, string][] = [
      ['../../etc/passwd', 'passwd'],
      ['..\\..\\windows\\system.ini', 'system.ini'],
      ['C:\\temp\\说明.pdf', '说明.pdf'],
      ['文件\u202efdp.exe', '文件fdp.exe'],
      ["a'b;filename=x.html", "a'b;filename=x.html"],
      [`${'长'.repeat(400)}.pdf`, '长'.repeat(255)],
    ];
    for (const [index, [given, kept]] of names.entries()) {
      const stored = await upload(given, Buffer.concat([PDF, Buffer.from(`name ${index}`)]));
      expect([given, stored.status, jsonOf(stored)['name']]).toEqual([given, 201, kept]);
      const { headers } = await download(stored);
      const expected = encodeURIComponent(kept).replaceAll("'", '%27');
      expect(headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${expected}`);
    }
  });

  it('cannot smuggle a header in with their name, nor end it early', async () => {
    expect((await upload('甲\u0000.html', PDF)).status).toBe(400);
    const stored = await upload('a%0d%0aSet-Cookie: x=1.pdf', Buffer.concat([PDF, Buffer.from('header')]));
    const { headers } = await download(stored);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('are taken one at a time and under one name of field', async () => {
    const part = (name: string): string =>
      `--b\r\nContent-Disposition: form-data; name="${name}"; filename="a.pdf"\r\n\r\n${PDF.toString()}\r\n`;
    for (const body of [part('file') + part('file'), part('other'), part('file[]'), part('__proto__')]) {
      const headers = { 'content-type': 'multipart/form-data; boundary=b' };
      const { status } = await stage.http.send({ method: 'POST', path, token, headers, body: `${body}--b--\r\n` });
      expect([body.slice(0, 60), status]).toEqual([body.slice(0, 60), 400]);
    }
  });
});
