import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SampleCityTask } from '../../src/directory/index.js';
import { SampleSignIns } from '../../src/identity/index.js';
import { ApiDocument } from '../../src/openapi/api-document.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { operationsOf } from './support/fuzz-requests.js';
import { HttpProbe, jsonOf, type ProbeAnswer } from './support/http-probe.js';
import { type Account, ID_NUMBER, type ProbeStage, setProbeStage } from './support/probe-stage.js';
import { textIn } from './support/workbook-text.js';

const PURPOSE = { kind: 'archive-review', purpose: '与档案核对出生年月' };

describe('an ID number in full', () => {
  let stage: ProbeStage;
  let reviewer: Account;

  beforeAll(async () => {
    stage = await setProbeStage();
    reviewer = await stage.hire({ role: 'reviewer', unit: stage.places.own.unit });
  });
  afterAll(() => stage.close());

  const ask = async (account: Account, code: string, body: unknown = PURPOSE): Promise<ProbeAnswer> => {
    const path = `/api/v1/cadres/${encodeURIComponent(code)}/id-number/reveal`;
    return stage.http.send({ method: 'POST', path, body, token: await stage.session(account) });
  };
  const records = async (): Promise<
    { actor: number; object: string; action: string; purpose: string; path: string; role: string }[]
  > => {
    const { rows } = await stage.db.queryDynamic<Awaited<ReturnType<typeof records>>[number]>(
      `SELECT actor_id AS actor, object_id AS object, action, purpose, unit_path AS path, role FROM audit_record
       WHERE event = 'id-number-reveal' AND result = 'done' ORDER BY id`,
    );
    return rows;
  };

  it('is shown to the reviewer for a purpose, is not to be kept, and is on record', async () => {
    const { own } = stage.places;
    const answer = await ask(reviewer, own.cadre.code);
    expect(answer.status).toBe(200);
    expect(jsonOf(answer)).toEqual({ code: own.cadre.code, idNumber: ID_NUMBER });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await records()).toEqual([
      {
        actor: reviewer.id,
        object: own.cadre.code,
        action: 'reveal-id-number',
        purpose: `archive-review: ${PURPOSE.purpose}`,
        path: own.unit.path,
        role: 'reviewer',
      },
    ]);
    const { rows } = await stage.db.queryDynamic('SELECT r::text AS text FROM audit_record r');
    expect(JSON.stringify(rows)).not.toContain(ID_NUMBER);
  });

  it('is not shown without a purpose that says something', async () => {
    const before = await records();
    for (const body of [
      null,
      {},
      { kind: PURPOSE.kind },
      { ...PURPOSE, purpose: '核对' },
      { ...PURPOSE, purpose: '       ' },
      { ...PURPOSE, purpose: '核对档案\n另一行' },
      { ...PURPOSE, purpose: '长'.repeat(201) },
      { ...PURPOSE, kind: 'curiosity' },
      { ...PURPOSE, codes: ['*'] },
    ]) {
      const answer = await ask(reviewer, stage.places.own.cadre.code, body);
      expect([body, answer.status]).toEqual([body, 400]);
    }
    expect(await records()).toEqual(before);
  });

  it('is shown to nobody else, nor for people of other units', async () => {
    const { own, child, sibling } = stage.places;
    const before = await records();
    for (const role of ['clerk', 'leader', 'deputy', 'head', 'sysadmin', 'auditadmin'] as const) {
      expect([role, (await ask(await stage.hire({ role, unit: own.unit }), own.cadre.code)).code]).toEqual([
        role,
        'FORBIDDEN',
      ]);
    }
    expect((await ask(reviewer, sibling.cadre.code)).code).toBe('NOT_FOUND');
    // Clerk here, reviewer there: the second does not open what only the first reaches.
    const both = await stage.hire({ role: 'clerk', unit: own.unit });
    await stage.db.queryDynamic(`INSERT INTO role_grant (user_id, role, unit_id) VALUES ($1, 'reviewer', $2)`, [
      both.id,
      child.unit.id,
    ]);
    expect((await ask(both, own.cadre.code)).code).toBe('NOT_FOUND');
    expect(await records()).toEqual(before);
    expect((await ask(both, child.cadre.code)).status).toBe(200);
    expect((await ask(await stage.standIn(reviewer), own.cadre.code)).status).toBe(200);
  });

  it('that is not on file is said to be missing', async () => {
    const { own } = stage.places;
    await stage.db.queryDynamic('UPDATE cadre SET id_number_cipher = NULL WHERE code = $1', [own.cadre.code]);
    expect((await ask(reviewer, own.cadre.code)).code).toBe('ID_NUMBER_NOT_ON_FILE');
  });
});

describe('everywhere else in the sample city', () => {
  let app: TestApp;
  let http: HttpProbe;
  const PASSWORD = 'Sample-City-2026!';

  beforeAll(async () => {
    app = await createTestApp({
      today: '2026-11-23',
      environment: { SAMPLE_CITY: 'on', SAMPLE_PASSWORD: PASSWORD, SIGN_INS_PER_MINUTE: '300' },
    });
    await app.get(SampleCityTask).run(() => undefined);
    await app.get(SampleSignIns).run();
    http = new HttpProbe(app);
  }, 120_000);
  afterAll(async () => {
    http.close();
    await app.close();
  });

  const signIn = async (username: string): Promise<string> => {
    const body = { username, password: PASSWORD };
    const { headers } = await http.send({ method: 'POST', path: '/api/v1/session', body });
    const [cookie = ''] = headers['set-cookie'] ?? [];
    return /qingpei_session=([\w-]+)/.exec(cookie)?.[1] ?? '';
  };

  it('ID numbers are masked in every answer to GET', async () => {
    const token = await signIn('chief');
    const { rows } = await app.database.db.queryDynamic<{ code: string; team: string; unit: string }>(
      `SELECT cadre.code, team.code AS team, unit.code AS unit FROM cadre JOIN appointment a ON a.cadre_id = cadre.id
       JOIN post ON post.id = a.post_id JOIN team ON team.id = post.team_id JOIN unit ON unit.id = team.unit_id
       WHERE id_number_cipher IS NOT NULL ORDER BY cadre.id LIMIT 1`,
    );
    const [found] = rows;
    const values: Record<string, string> = { cadres: found!.code, teams: found!.team, units: found!.unit };
    let masked = 0;
    for (const { method, path } of operationsOf(app.get(ApiDocument).get())) {
      if (method !== 'GET') continue;
      const filled = path.replaceAll(/\{\w+\}/g, values[path.split('/')[3] ?? ''] ?? '1');
      const query = path.includes('{') || !path.startsWith('/api/v1/') ? '' : '?limit=200';
      const answer = await http.send({ method, path: `${filled}${query}`, token });
      const text = textIn(answer);
      expect([path, unmasked(text)]).toEqual([path, []]);
      if (/\d{6}\*{8}\d{3}[\dX]/.test(text)) masked += 1;
    }
    // At least the person's page and the workbook do show one, masked.
    expect(masked).toBeGreaterThanOrEqual(1);
    const workbook = textIn(await http.fetchFile({ path: '/api/v1/exports/workbook', token }));
    expect(workbook.match(/\d{6}\*{8}\d{3}[\dX]/g)?.length).toBeGreaterThan(5_000);
    expect(unmasked(workbook)).toEqual([]);
  }, 120_000);

  it('and the check would see one', () => {
    expect(unmasked(`{"idNumber":"${ID_NUMBER}"}`)).toEqual([ID_NUMBER]);
    expect(unmasked('11010519491231002X')).toEqual(['11010519491231002X']);
    expect(unmasked('seconds_sum 0.11010519491231002 0.022406179310344828')).toEqual([]);
  });
});

/** Eighteen characters that have the birth date and the check digit of an ID number; not the decimals of a figure. */
function unmasked(text: string): string[] {
  const found = text.match(/(?<![\dA-Fa-f]|\d\.)\d{17}[\dXx](?![\dA-Fa-f])/g) ?? [];
  return [...new Set(found)].filter(isIdNumber);
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function isIdNumber(text: string): boolean {
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (Number.isNaN(Date.parse(birth))) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return '10X98765432'[sum % 11] === text.at(-1)?.toUpperCase();
}
