import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changedTables, fingerprint } from './support/fingerprint.js';
import { idIn, jsonOf, type ProbeAnswer } from './support/http-probe.js';
import { type Account, type ProbeStage, setProbeStage, TODAY } from './support/probe-stage.js';

/** What an attacker would like to decide for himself, under the names it might have. */
const WISHES = {
  id: 1,
  version: 99,
  state: 'decided',
  statePath: 'decided',
  done: true,
  createdBy: 1,
  created_by: 1,
  userId: 1,
  user_id: 1,
  actor: { userId: 1, role: 'head' },
  role: 'head',
  grants: [{ role: 'head', unitPath: '' }],
  unit_id: 1,
  unitPath: '',
  status: 'active',
  password_is_initial: false,
  source: 'external',
};

describe('requests that try to get more than is theirs', () => {
  let stage: ProbeStage;
  let clerk: Account;
  let reviewer: Account;
  let sysadmin: Account;
  let secadmin: Account;

  beforeAll(async () => {
    stage = await setProbeStage();
    const { unit } = stage.places.own;
    clerk = stage.places.own.clerk;
    reviewer = await stage.hire({ role: 'reviewer', unit });
    sysadmin = await stage.hire({ role: 'sysadmin', unit: null });
    secadmin = await stage.hire({ role: 'secadmin', unit: null });
  });
  afterAll(() => stage.close());

  const as = async (account: Account, method: string, path: string, body?: unknown): Promise<ProbeAnswer> =>
    stage.http.send({ method, path: `/api/v1/${path}`, body, token: await stage.session(account) });
  const row = async <T>(text: string, ...values: unknown[]): Promise<T | undefined> =>
    (await stage.db.queryDynamic<T>(text, values)).rows[0];
  const unchanged = async (work: () => Promise<void>): Promise<void> => {
    await stage.settle();
    const before = await fingerprint(stage.db);
    await work();
    expect(changedTables(before, await fingerprint(stage.db)).filter((table) => table !== 'session')).toEqual([]);
  };

  describe('fields nobody asked for', () => {
    it('are refused where cases and accounts are made or moved', async () => {
      const { own } = stage.places;
      const { id } = own.cases['proposals']!;
      const items = [{ cadre: own.cadre.code, appointTo: own.vacancy.code, kind: 'appoint' }];
      const creation = { unit: own.unit.code, title: '动议', reason: '工作需要。', items };
      await unchanged(async () => {
        for (const [account, path, body] of [
          [clerk, 'proposals', creation],
          [clerk, 'proposals', { ...creation, items: [{ ...items[0], ...WISHES }] }],
          [clerk, `proposals/${id}/events`, { type: 'SUBMIT', commandId: randomUUID() }],
          [clerk, `proposals/${id}/comments`, { body: '留言' }],
          [sysadmin, 'users', { username: 'wishful', displayName: '某', password: 'Another-Horse-2026' }],
          [reviewer, `cadres/${own.cadre.code}/id-number/reveal`, { kind: 'archive-review', purpose: '核对档案' }],
        ] as const) {
          const answer = await as(account, 'POST', path, { ...body, ...WISHES });
          expect([path, answer.status, answer.code]).toEqual([path, 400, 'VALIDATION_FAILED']);
        }
        const payload = { type: 'SUBMIT', payload: WISHES, commandId: randomUUID() };
        expect((await as(clerk, 'POST', `proposals/${id}/events`, payload)).status).toBe(400);
      });
    });

    it('are left out where they are not refused: grants, delegations, passwords', async () => {
      const target = await stage.hire(null);
      const granted = await as(secadmin, 'POST', `users/${target.id}/grants`, {
        ...WISHES,
        role: 'leader',
        unit: stage.places.own.unit.code,
      });
      expect(granted.status).toBe(201);
      const grants = await stage.db.queryDynamic(
        'SELECT user_id, role, source FROM role_grant WHERE user_id IN (1, $1)',
        [target.id],
      );
      expect(grants.rows).toContainEqual({ user_id: target.id, role: 'leader', source: 'local' });
      expect(grants.rows.filter((found) => (found as { role: string }).role === 'head')).toEqual([]);

      await as(sysadmin, 'POST', `users/${target.id}/password`, { ...WISHES, password: 'Another-Horse-2026' });
      expect(await row('SELECT password_is_initial AS initial FROM app_user WHERE id = $1', target.id)).toEqual({
        initial: true,
      });

      const reason = { startsOn: TODAY, endsOn: TODAY, reason: '外出学习' };
      const made = await as(clerk, 'POST', 'delegations', { ...WISHES, ...reason, to: target.username });
      expect(made.status).toBe(201);
      const id = idIn(made);
      expect(await row('SELECT from_user_id AS "from", to_user_id AS "to" FROM delegation WHERE id = $1', id)).toEqual({
        from: clerk.id,
        to: target.id,
      });
      await as(clerk, 'DELETE', `delegations/${id}`);
    });

    it('do not reach the prototype of anything', async () => {
      const text =
        '{"username":"a","password":"b","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
      const { status } = await stage.http.send({ method: 'POST', path: '/api/v1/session', body: text });
      expect(status).toBeLessThan(500);
      const path = '/api/v1/cadres?__proto__[polluted]=1&constructor[prototype][polluted]=1';
      await stage.http.send({ method: 'GET', path, token: await stage.session(clerk) });
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    });
  });

  describe('numbers and codes of others', () => {
    it('open nothing when put beside a number of one’s own', async () => {
      const { own, sibling } = stage.places;
      const mine = own.cases['proposals']!;
      const theirs = sibling.cases['proposals']!;
      await unchanged(async () => {
        for (const path of [
          `proposals/${mine.id}/attachments/${theirs.attachment}`,
          `proposals/${theirs.id}/attachments/${mine.attachment}`,
          `proposals/${theirs.id}/attachments/${theirs.attachment}`,
          `filings/${mine.id}/attachments/${mine.attachment}`,
        ]) {
          const answer = await stage.http.fetchFile({ path: `/api/v1/${path}`, token: await stage.session(clerk) });
          expect([path, answer.status, own.secrets.test(answer.text)]).toEqual([path, 404, false]);
        }
      });
    });

    it('end no session, delegation, grant or device but the one meant', async () => {
      const [someone, other] = [
        await stage.hire(null),
        await stage.hire({ role: 'clerk', unit: stage.places.own.unit }),
      ];
      const standIn = await stage.standIn(other);
      await stage.session(other);
      const number = async (text: string): Promise<number> => (await row<{ id: number }>(text, other.id))!.id;
      const session = await number('SELECT id FROM session WHERE user_id = $1');
      const grant = await number('SELECT id FROM role_grant WHERE user_id = $1');
      const delegation = await number('SELECT id FROM delegation WHERE from_user_id = $1');
      await stage.db.queryDynamic(
        `INSERT INTO passkey (user_id, credential_id, public_key, counter, transports, label)
         VALUES ($1, 'a', '\\x00', 0, '{}', '设备')`,
        [other.id],
      );
      const passkey = await number('SELECT id FROM passkey WHERE user_id = $1');
      await unchanged(async () => {
        for (const [account, path, code] of [
          [someone, `sessions/${session}`, 'SESSION_NOT_FOUND'],
          [sysadmin, `users/${someone.id}/sessions/${session}`, 'SESSION_NOT_FOUND'],
          [secadmin, `users/${someone.id}/grants/${grant}`, 'GRANT_NOT_FOUND'],
          [someone, `delegations/${delegation}`, 'DELEGATION_NOT_FOUND'],
          [standIn, `delegations/${delegation}`, 'DELEGATION_NOT_YOURS'],
          [someone, `session/second-factors/passkeys/${passkey}`, 'SECOND_FACTOR_NOT_FOUND'],
        ] as const) {
          expect([path, (await as(account, 'DELETE', path)).code]).toEqual([path, code]);
        }
      });
      expect(await row('SELECT id FROM session WHERE id = $1', session)).toEqual({ id: session });
    });

    it('of posts and people elsewhere cannot be drawn into one’s own proposal', async () => {
      const { own, sibling } = stage.places;
      const base = { unit: own.unit.code, title: '动议', reason: '工作需要。' };
      for (const item of [
        { cadre: sibling.cadre.code, appointTo: own.vacancy.code },
        { cadre: own.cadre.code, appointTo: sibling.vacancy.code },
        { cadre: own.cadre.code, removeFrom: sibling.post.code },
      ]) {
        const items = [{ ...item, kind: 'appoint' }];
        const preview = await as(clerk, 'POST', 'gate/preview', { unit: own.unit.code, items });
        const text = JSON.stringify(item);
        expect([text, sibling.secrets.test(withoutCodes(preview.text, sibling))]).toEqual([text, false]);
        const made = await as(clerk, 'POST', 'proposals', { ...base, items });
        expect([text, sibling.secrets.test(withoutCodes(made.text, sibling))]).toEqual([text, false]);
      }
    });
  });

  describe('a command id', () => {
    it('of somebody else answers nothing and does nothing', async () => {
      const { id } = stage.places.own.cases['proposals']!;
      const consult = { type: 'CONSULT', commandId: randomUUID() };
      const first = await as(clerk, 'POST', `proposals/${id}/events`, consult);
      expect(first.status).toBe(200);
      const events = 'SELECT count(*) AS events FROM case_event WHERE case_id = $1';
      const before = await row(events, id);
      const other = await stage.hire({ role: 'clerk', unit: stage.places.own.unit });
      const stolen = await as(other, 'POST', `proposals/${id}/events`, consult);
      expect([stolen.status, stolen.code]).toEqual([409, 'COMMAND_ID_TAKEN']);
      const again = await as(clerk, 'POST', `proposals/${id}/events`, consult);
      expect(jsonOf(again)).toEqual(jsonOf(first));
      expect(await row(events, id)).toEqual(before);

      const remark = { body: '留言', commandId: randomUUID() };
      const made = idIn(await as(clerk, 'POST', `proposals/${id}/comments`, remark));
      expect(idIn(await as(clerk, 'POST', `proposals/${id}/comments`, remark))).toBe(made);
      const copied = await as(other, 'POST', `proposals/${id}/comments`, { ...remark, body: '冒名' });
      expect([copied.status, copied.code]).toEqual([409, 'COMMAND_ID_TAKEN']);
    });

    it('of a creation begins a case of one’s own, not a look at the other', async () => {
      const { own, sibling } = stage.places;
      const commandId = `probe-${sibling.unit.code}`;
      const body = { unit: own.unit.code, title: '动议', reason: '工作需要。', items: [], commandId };
      const made = idIn(await as(clerk, 'POST', 'proposals', body));
      expect(made).not.toBe(sibling.cases['proposals']!.id);
      const found = await row('SELECT created_by AS "createdBy" FROM proposal WHERE id = $1', made);
      expect(found).toEqual({ createdBy: clerk.id });
    });
  });

  it('a session planted before the sign-in is not the one that comes out of it', async () => {
    const planted = randomBytes(32).toString('base64url');
    const account = await stage.hire({ role: 'clerk', unit: stage.places.own.unit });
    const reset = await as(sysadmin, 'POST', `users/${account.id}/password`, { password: 'Another-Horse-2026' });
    expect(reset.status).toBe(204);
    const signedIn = await stage.http.send({
      method: 'POST',
      path: '/api/v1/session',
      token: planted,
      body: { username: account.username, password: 'Another-Horse-2026' },
    });
    expect(signedIn.status).toBe(201);
    const [cookie = ''] = signedIn.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    expect(cookie).not.toContain(planted);
    for (const token of [planted, `${planted}; qingpei_session=${planted}`]) {
      const { status } = await stage.http.send({ method: 'GET', path: '/api/v1/session', token });
      expect(status).toBe(401);
    }
  });
});

/** An answer without the codes that the request itself named. */
function withoutCodes(
  text: string,
  { unit, cadre, vacancy, post }: Record<'unit' | 'cadre' | 'vacancy' | 'post', { code: string }>,
): string {
  return [unit, cadre, vacancy, post].reduce((left, { code }) => left.replaceAll(code, ''), text);
}
