import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { DOWNLOAD_METADATA } from '../../src/platform/index.js';
import { jsonOf, type ProbeAnswer, PURPOSE } from './support/http-probe.js';
import { type Account, type ProbeStage, setProbeStage } from './support/probe-stage.js';

/** Files handed out without a grant, and why. Whatever else leaves as a file asks for one. */
const WITHOUT_GRANT: Readonly<Record<string, string>> = {
  'ImportsController.template': 'an empty form, the same for everybody',
  'ImportsController.annotate': 'the caller’s own workbook, given back in the answer to its upload',
  'SituationController.workbook': 'sums of teams and units; no people',
};

const WORKBOOK = '/api/v1/exports/workbook';

describe('files', () => {
  let stage: ProbeStage;
  let reviewer: Account;
  let token: string;
  let file: string;

  beforeAll(async () => {
    stage = await setProbeStage();
    const { own } = stage.places;
    reviewer = await stage.hire({ role: 'reviewer', unit: own.unit });
    token = await stage.session(reviewer);
    const { id, attachment } = own.cases['proposals']!;
    file = `/api/v1/proposals/${id}/attachments/${attachment}`;
  });
  afterAll(() => stage.close());

  const get = (path: string, by = token): Promise<ProbeAnswer> => stage.http.send({ method: 'GET', path, token: by });
  const grantFor = async (path: string, purpose?: string, by = token): Promise<string> => {
    const body = { path, ...(purpose !== undefined && { purpose }) };
    const answer = await stage.http.send({ method: 'POST', path: '/api/v1/download-grants', token: by, body });
    expect(answer.status).toBe(201);
    return String(jsonOf(answer)['url']);
  };
  const outcome = ({ status, code }: ProbeAnswer): string => `${status} ${code}`.trim();
  const recorded = async (event: string): Promise<unknown[]> =>
    (
      await stage.db.queryDynamic(
        `SELECT actor_id AS actor, result, purpose FROM audit_record WHERE event = $1 AND actor_id = $2 ORDER BY id`,
        [event, reviewer.id],
      )
    ).rows;

  it('leave by a grant alone: every route that answers with one says so', () => {
    const faults: string[] = [];
    let files = 0;
    for (const { metatype } of stage.app.get(DiscoveryService).getControllers()) {
      const { prototype, name } = metatype as { prototype: Record<string, () => unknown>; name: string };
      for (const method of new MetadataScanner().getAllMethodNames(prototype)) {
        const handler = prototype[method]!;
        if (!handsOutFile(handler)) continue;
        files += 1;
        const route = `${name}.${method}`;
        if (WITHOUT_GRANT[route] === undefined && Reflect.getMetadata(DOWNLOAD_METADATA, handler) === undefined)
          faults.push(`${route} declares no @ByDownloadGrant(...) and does not stand in the list above`);
      }
    }
    expect(faults).toEqual([]);
    expect(files).toBeGreaterThanOrEqual(Object.keys(WITHOUT_GRANT).length + 3);
  });

  it('open to the session that asked, for the address asked for, once', async () => {
    const url = await grantFor(file);
    const sameUser = await stage.session(reviewer);
    const other = await stage.session(stage.places.own.clerk);
    for (const by of [sameUser, other]) expect(outcome(await get(url, by))).toBe('403 DOWNLOAD_GRANT_INVALID');
    const elsewhere = url.replace('/attachments/', '/attachments/1');
    expect(outcome(await get(elsewhere))).toBe('403 DOWNLOAD_GRANT_INVALID');
    expect(outcome(await get(`${url}&inline=1`))).toBe('403 DOWNLOAD_GRANT_INVALID');
    expect(outcome(await get(url))).toBe('200');
    expect(outcome(await get(url))).toBe('403 DOWNLOAD_GRANT_INVALID');
    for (const path of [file, `${file}?grant=`, `${file}?grant=${'a'.repeat(43)}`])
      expect(outcome(await get(path))).toBe('403 DOWNLOAD_GRANT_INVALID');
    expect(outcome(await stage.http.send({ method: 'GET', path: await grantFor(file) }))).toBe('401 NOT_SIGNED_IN');
  });

  it('are out of reach a minute later, and when the session has ended', async () => {
    const late = await grantFor(file);
    await stage.db.queryDynamic(`UPDATE download_grant SET ends_at = ends_at - interval '60 seconds'`);
    expect(outcome(await get(late))).toBe('403 DOWNLOAD_GRANT_INVALID');
    const short = await stage.session(reviewer);
    await grantFor(file, undefined, short);
    await stage.http.send({ method: 'DELETE', path: '/api/v1/session', token: short });
    const { rows } = await stage.db.queryDynamic('SELECT FROM download_grant WHERE ends_at > now()');
    expect(rows).toEqual([]);
  });

  it('are read with the rights of that moment: a grant opens nothing by itself', async () => {
    const { id, attachment } = stage.places.sibling.cases['proposals']!;
    const theirs = await grantFor(`/api/v1/proposals/${id}/attachments/${attachment}`);
    expect(outcome(await get(theirs))).toBe('404 CASE_NOT_FOUND');
    const clerk = await stage.session(stage.places.own.clerk);
    expect(outcome(await get(await grantFor(WORKBOOK, PURPOSE, clerk), clerk))).toBe('403 FORBIDDEN');
  });

  it('take people out of the product only for a purpose that says something, which is on record', async () => {
    const words = ['', '导出', '      ', '核对台账\n另一行', '长'.repeat(201), 5];
    for (const purpose of words) {
      const body = { path: WORKBOOK, purpose };
      const answer = await stage.http.send({ method: 'POST', path: '/api/v1/download-grants', token, body });
      expect([purpose, outcome(answer)]).toEqual([purpose, '400 VALIDATION_FAILED']);
    }
    expect(outcome(await get(await grantFor(WORKBOOK)))).toBe('403 PURPOSE_REQUIRED');
    expect(await recorded('export')).toEqual([]);
    expect(outcome(await get(await grantFor(`${WORKBOOK}?asOf=2026-09-07`, PURPOSE)))).toBe('200');
    expect(await recorded('export')).toEqual([{ actor: reviewer.id, result: 'done', purpose: PURPOSE }]);
  });

  it('lie within the product: a grant for anything else is not given', async () => {
    for (const path of [
      '//elsewhere.test/api/v1/x',
      'https://elsewhere.test/api/v1/x',
      '/metrics',
      '/api/v1/../../x',
      'x',
    ]) {
      const answer = await stage.http.send({ method: 'POST', path: '/api/v1/download-grants', token, body: { path } });
      expect([path, outcome(answer)]).toEqual([path, '422 DOWNLOAD_PATH_INVALID']);
    }
  });
});

/** A handler that answers with a file, by what it declares to produce or by how it is written. */
function handsOutFile(handler: () => unknown): boolean {
  const produces = (Reflect.getMetadata('swagger/apiProduces', handler) ?? []) as string[];
  const declared = produces.some((type) => !type.includes('json') && !type.startsWith('text/event-stream'));
  return declared || /StreamableFile|\.attachment\(/.test(handler.toString());
}
