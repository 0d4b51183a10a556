import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { OutgoingSweep } from '../../src/notifications/index.js';
import { dingtalkSign } from '../../src/notifications/channels/send-robot.js';
import { hire, type Body, type Person } from './stage/people.js';
import { setStage, type Stage, YOUNG } from './stage/stage.js';
import { refusalOf, settle, submit } from './stage/walk.js';

interface Call {
  url: URL;
  body: { text: { content: string }; at?: { atUserIds: string[] }; mentioned_list?: string[] };
}

const SECRET = 'SEC-of-the-tests';
const ORIGIN = 'https://qingpei.example.gov.cn';

describe('messages to the outside', () => {
  let stage: Stage;
  let robot: Server;
  let smtp: SMTPServer;
  let ports: { robot: number; smtp: number };
  let admin: Person;
  const calls: Call[] = [];
  const mails: string[] = [];
  let answer: { status: number; errcode: number } = { status: 200, errcode: 0 };

  beforeAll(async () => {
    robot = createServer((request, response) => {
      void textOf(request).then((text) => {
        calls.push({ url: new URL(request.url ?? '', 'http://robot'), body: JSON.parse(text) as Call['body'] });
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ errcode: answer.errcode, errmsg: 'an answer' }));
      });
    }).listen(0, '127.0.0.1');
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          mails.push(Buffer.concat(chunks).toString());
          done();
        });
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
    ports = {
      robot: (robot.address() as AddressInfo).port,
      smtp: (smtp.server.address() as AddressInfo).port,
    };
    stage = await setStage({
      environment: { ROBOT_HOSTS: `127.0.0.1:${ports.robot}`, PUBLIC_ORIGIN: ORIGIN, CHANGES_PER_MINUTE: '0' },
    });
    // Within working hours on a working day.
    stage.app.clock.set(new Date('2026-09-07T02:00:00Z'));
    ({ admin } = stage.cast);
  });
  afterAll(async () => {
    await stage.close();
    robot.close();
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
  });
  beforeEach(() => {
    calls.length = 0;
    mails.length = 0;
    answer = { status: 200, errcode: 0 };
  });

  const ORIGIN_HEADER = { Origin: ORIGIN };
  const sweep = () => stage.app.get(OutgoingSweep).sweep();
  const put = (person: Person, path: string, body: object) => person.put(path, body as Body);
  const rows = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await stage.app.database.db.queryDynamic<T>(text, values)).rows;

  async function appointment(): Promise<Body> {
    const { vacancies } = await stage.buildScene();
    return { cadre: (await stage.cadre(YOUNG)).code, appointTo: vacancies[0]!.code, kind: 'promote' };
  }
  const wants = (over: object): object => ({
    email: { enabled: false, address: null },
    wecom: { enabled: false, account: null },
    dingtalk: { enabled: false, account: null },
    mutedKinds: [],
    digestMinutes: 30,
    ...over,
  });

  it('need an administrator to say where they go; secrets go in and never come out', async () => {
    expect((await stage.cast.chief.get('channels')).status).toBe(403);
    expect((await stage.cast.chief.get('deliveries')).status).toBe(403);
    const far = await put(admin, 'channels/wecom', { enabled: true, host: 'evil.example.com', key: 'k' });
    expect(refusalOf(far)).toBe('422 ROBOT_HOST_NOT_ALLOWED');
    const host = `127.0.0.1:${ports.robot}`;
    expect(refusalOf(await put(admin, 'channels/dingtalk', { enabled: true, host }))).toBe(
      '422 CHANNEL_SECRET_MISSING',
    );
    expect(refusalOf(await admin.post('channels/dingtalk/test', { to: 'u1' }))).toBe('409 CHANNEL_NOT_SET');
    for (const [name, body] of Object.entries({
      dingtalk: { enabled: true, host, accessToken: 'token-of-tests', secret: SECRET },
      wecom: { enabled: true, host, key: 'key-of-tests' },
      email: { enabled: true, host: '127.0.0.1', port: ports.smtp, tls: 'none', from: 'qingpei@example.gov.cn' },
    })) {
      const { status, body: view } = await put(admin, `channels/${name}`, body);
      expect({ name, status, enabled: (view as { enabled: boolean }).enabled }).toEqual({
        name,
        status: 200,
        enabled: true,
      });
    }
    const told = JSON.stringify((await admin.get('channels')).body);
    for (const secret of [SECRET, 'token-of-tests', 'key-of-tests']) expect(told).not.toContain(secret);
    const stored = JSON.stringify(await rows('SELECT settings, secret::text FROM channel'));
    for (const secret of [SECRET, 'token-of-tests', 'key-of-tests']) expect(stored).not.toContain(secret);
    expect((await admin.post('channels/wecom/test', { to: 'u1' })).body).toEqual({ sent: true });
    expect(calls[0]!.url.searchParams.get('key')).toBe('key-of-tests');
    // A test counts as a message of its minute.
    await rows('UPDATE channel SET tested_at = NULL');
  });

  it('go to whoever wants them, and say how many cases wait and nothing else', async () => {
    const { reviewer, chief } = stage.cast;
    expect(
      (await put(chief, 'notification-preferences', wants({ email: { enabled: true, address: null } }))).status,
    ).toBe(400);
    await put(reviewer, 'notification-preferences', wants({ dingtalk: { enabled: true, account: 'ding-7' } }));
    await put(chief, 'notification-preferences', wants({ email: { enabled: true, address: 'chief@example.gov.cn' } }));
    expect((await chief.get('notification-preferences')).body).toMatchObject({
      email: { address: 'chief@example.gov.cn' },
    });
    expect(JSON.stringify(await rows('SELECT addresses::text FROM notification_preference'))).not.toContain('chief@');
    await submit(stage, [await appointment()]);
    await submit(stage, [await appointment()]);
    await settle(stage);
    expect(await sweep()).toEqual({ sent: 2, failed: 0 });
    const text = `您有2条待办，请登录查看：${ORIGIN}/`;
    expect(calls.map(({ body }) => body)).toEqual([
      { msgtype: 'text', text: { content: text }, at: { atUserIds: ['ding-7'], isAtAll: false } },
    ]);
    const { searchParams } = calls[0]!.url;
    expect(searchParams.get('sign')).toBe(dingtalkSign(Number(searchParams.get('timestamp')), SECRET));
    expect(searchParams.get('access_token')).toBe('token-of-tests');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/^To: chief@example\.gov\.cn\r?$/m);
    expect(mails[0]).toContain('@example.gov.cn>');
    expect(await sweep()).toEqual({ sent: 0, failed: 0 });
  });

  it('come as a digest: nothing before its time, everything in one', async () => {
    for (let n = 0; n < 3; n += 1) await submit(stage, [await appointment()]);
    await settle(stage);
    expect(await sweep()).toEqual({ sent: 0, failed: 0 });
    stage.app.clock.set(new Date('2026-09-07T02:31:00Z'));
    expect(await sweep()).toEqual({ sent: 2, failed: 0 });
    expect(calls[0]!.body.text.content).toContain('您有5条待办');
  });

  it('rest at night, and are dropped when all has been read meanwhile', async () => {
    await submit(stage, [await appointment()]);
    await settle(stage);
    stage.app.clock.set(new Date('2026-09-07T14:00:00Z'));
    expect(await sweep()).toEqual({ sent: 0, failed: 0 });
    await stage.cast.reviewer.post('notices/read', { all: true });
    stage.app.clock.set(new Date('2026-09-08T02:00:00Z'));
    expect(await sweep()).toEqual({ sent: 1, failed: 0 });
    expect(calls).toEqual([]);
    expect(mails).toHaveLength(1);
  });

  it('of twenty-five people in one minute twenty at most leave through a robot, by however many processes; none is lost', async () => {
    const people: Person[] = [];
    for (let n = 0; n < 25; n += 1) {
      const person = await hire(stage.app, `reader${n}`, 'reviewer', null);
      await put(person, 'notification-preferences', wants({ wecom: { enabled: true, account: `wx-${n}` } }));
      people.push(person);
    }
    await submit(stage, [await appointment()]);
    await settle(stage);
    const swept = await Promise.all([sweep(), sweep(), sweep()]);
    const robotCalls = (): number => calls.filter(({ url }) => url.searchParams.has('key')).length;
    expect(robotCalls()).toBe(20);
    expect(swept.reduce((sum, { failed }) => sum + failed, 0)).toBe(0);
    expect(
      await rows(`SELECT state, count(*)::int FROM delivery WHERE channel = 'wecom' GROUP BY state ORDER BY state`),
    ).toEqual([
      { state: 'sent', count: 20 },
      { state: 'waiting', count: 5 },
    ]);
    // A minute later, as far as the database is concerned.
    await rows(`UPDATE delivery SET attempted_at = attempted_at - interval '62 seconds'`);
    await Promise.all([sweep(), sweep()]);
    expect(robotCalls()).toBe(25);
    const mentioned = calls.flatMap(({ body }) => (body.text as { mentioned_list?: string[] }).mentioned_list ?? []);
    expect(mentioned.toSorted()).toEqual(people.map((_, n) => `wx-${n}`).toSorted());
    await rows(`UPDATE delivery SET attempted_at = attempted_at - interval '62 seconds'`);
  });

  it('fail in sight, are tried again, given up in the end, and tried once more when the administrator says so', async () => {
    const { db } = stage.app.database;
    await db.queryDynamic(`UPDATE notification_preference SET channels = '{}' WHERE user_id <> $1`, [
      stage.cast.reviewer.id,
    ]);
    stage.app.clock.set(new Date('2026-09-08T06:00:00Z'));
    answer = { status: 500, errcode: 0 };
    await submit(stage, [await appointment()]);
    await settle(stage);
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      expect(await sweep()).toEqual({ sent: 0, failed: 1 });
      expect(await sweep()).toEqual({ sent: 0, failed: 0 });
      const state = attempt === 8 ? 'dead' : 'failed';
      const { body } = await admin.get(`deliveries?state=${state}`);
      expect(body).toMatchObject({
        items: [{ channel: 'dingtalk', attempts: attempt, lastError: 'HTTP 500', user: { username: 'reviewer' } }],
      });
      await rows(
        `UPDATE delivery SET next_attempt_at = now(), attempted_at = attempted_at - interval '62 seconds' WHERE state = 'waiting'`,
      );
    }
    const { body } = await admin.get('deliveries?state=dead');
    const [dead] = (body as { items: { id: number }[] }).items;
    answer = { status: 200, errcode: 0 };
    await admin.post(`deliveries/${dead!.id}/retry`, {});
    expect(await sweep()).toEqual({ sent: 1, failed: 0 });
    expect(refusalOf(await admin.post(`deliveries/${dead!.id}/retry`, {}))).toBe('409 DELIVERY_NOT_OPEN');
  });

  it('stop for ten minutes when a robot asks for patience, and lose nothing', async () => {
    stage.app.clock.set(new Date('2026-09-08T07:00:00Z'));
    answer = { status: 200, errcode: 130_101 };
    await submit(stage, [await appointment()]);
    await settle(stage);
    expect(await sweep()).toEqual({ sent: 0, failed: 1 });
    const { body } = await admin.get('channels');
    const dingtalk = (body as { items: { name: string; pausedUntil: string | null }[] }).items.find(
      ({ name }) => name === 'dingtalk',
    );
    expect(dingtalk!.pausedUntil).not.toBeNull();
    answer = { status: 200, errcode: 0 };
    await rows(`UPDATE delivery SET next_attempt_at = now() WHERE state = 'waiting'`);
    expect(await sweep()).toEqual({ sent: 0, failed: 0 });
    await rows(`UPDATE channel SET paused_until = now()`);
    expect(await sweep()).toEqual({ sent: 1, failed: 0 });
  });

  it('that a process took and died with are sent by the next', async () => {
    stage.app.clock.set(new Date('2026-09-08T08:00:00Z'));
    await submit(stage, [await appointment()]);
    await settle(stage);
    await rows(
      `UPDATE delivery SET state = 'sending', next_attempt_at = now() + interval '2 minutes' WHERE state = 'waiting'`,
    );
    expect(await sweep()).toEqual({ sent: 0, failed: 0 });
    await rows(`UPDATE delivery SET next_attempt_at = now() WHERE state = 'sending'`);
    expect(await sweep()).toEqual({ sent: 1, failed: 0 });
  });

  it('show on /metrics as numbers alone', async () => {
    const { text } = await stage.app.client().get('/metrics').set(ORIGIN_HEADER);
    expect(text).toMatch(/^deliveries_waiting \d+$/m);
    expect(text).toMatch(/^deliveries_dead 0$/m);
    expect(text).toMatch(/^notices_unread \d+$/m);
    expect(text).toMatch(/^live_streams 0$/m);
  });
});

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
