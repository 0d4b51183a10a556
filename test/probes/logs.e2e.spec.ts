import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger, type LoggerService } from '@nestjs/common';
import { createLogger } from '../../src/platform/index.js';
import { uploadOf } from './support/http-probe.js';
import { type Account, ID_NUMBER, type ProbeStage, setProbeStage, TODAY } from './support/probe-stage.js';

const PASSWORD = 'Secret-Horse-2026';
const NEXT_PASSWORD = 'Another-Secret-2026';
const OPINION = '某某同志不宜提拔，意见从略。';

describe('what the product writes to its log', () => {
  let stage: ProbeStage;
  const lines: string[] = [];
  const tokens: string[] = [];

  beforeAll(async () => {
    stage = await setProbeStage();
    Logger.overrideLogger(capturing(lines));
    await liveThrough();
  });
  afterAll(async () => {
    Logger.overrideLogger(false);
    await stage.close();
  });

  const call = async (account: Account | null, method: string, path: string, body?: unknown): Promise<unknown> => {
    const token = account === null ? undefined : await stage.session(account);
    if (token !== undefined) tokens.push(token);
    const answer = await stage.http.send({ method, path: `/api/v1/${path}`, body, token });
    for (const cookie of answer.headers['set-cookie'] ?? []) tokens.push(/=([\w-]{43})/.exec(cookie)?.[1] ?? cookie);
    return answer.text === '' ? undefined : answer;
  };

  /** A little of everything that is written down somewhere, and of what goes wrong. */
  async function liveThrough(): Promise<void> {
    const { own, sibling } = stage.places;
    const { id } = own.cases['proposals']!;
    const person = await stage.hire({ role: 'reviewer', unit: own.unit });
    const sysadmin = await stage.hire({ role: 'sysadmin', unit: null });
    const secadmin = await stage.hire({ role: 'secadmin', unit: null });
    await call(sysadmin, 'POST', `users/${person.id}/password`, { password: PASSWORD });
    await call(null, 'POST', 'session', { username: person.username, password: PASSWORD });
    await call(null, 'POST', 'session', { username: PASSWORD, password: '错口令' });
    await call(person, 'POST', 'session/password', { current: PASSWORD, next: NEXT_PASSWORD });
    await call(person, 'POST', 'session/second-factors/totp', {});
    await call(sysadmin, 'POST', 'users', { username: 'zhang.sanfeng', displayName: '张三丰', password: PASSWORD });
    await call(secadmin, 'POST', `users/${person.id}/grants`, { role: 'chief', unit: sibling.unit.code });
    const stay = { to: person.username, startsOn: TODAY, endsOn: TODAY, reason: OPINION };
    await call(own.clerk, 'POST', 'delegations', stay);
    for (const path of [`cadres/${own.cadre.code}`, `cadres/${sibling.cadre.code}`, `proposals/${id}/history`])
      await call(person, 'GET', path);
    await call(person, 'POST', 'download-grants', { path: '/api/v1/exports/workbook', purpose: OPINION });
    await call(person, 'GET', 'exports/workbook');
    await stage.http.fetchFile({ path: '/api/v1/exports/workbook', token: await stage.session(person) }, OPINION);
    await call(person, 'POST', `cadres/${own.cadre.code}/id-number/reveal`, {
      kind: 'identity-check',
      purpose: OPINION,
    });
    await call(own.clerk, 'POST', `proposals/${id}/events`, {
      type: 'SUBMIT',
      payload: { opinion: OPINION },
      commandId: 'log-1',
    });
    await call(own.clerk, 'POST', `proposals/${id}/comments`, { body: OPINION });
    await call(
      own.clerk,
      'POST',
      `proposals/${id}/attachments`,
      uploadOf({ name: `${OPINION}.pdf`, type: 'a/b', content: Buffer.from([0]) }),
    );
    await call(own.clerk, 'POST', `proposals/${id}/comments`, `{"body": "${OPINION}`);
    await failInside();
    await stage.settle();
  }

  /** Two faults of the program and of the database, each about a person. */
  async function failInside(): Promise<void> {
    const { own } = stage.places;
    await stage.db.queryDynamic('ALTER TABLE case_comment ADD CONSTRAINT none_at_all CHECK (id < 0) NOT VALID');
    await call(own.clerk, 'POST', `proposals/${own.cases['proposals']!.id}/comments`, { body: OPINION });
    await stage.db.queryDynamic('ALTER TABLE case_comment DROP CONSTRAINT none_at_all');
    await stage.db.queryDynamic(`UPDATE cadre SET id_number_cipher = '\\x00' WHERE code = $1`, [own.cadre.code]);
    const reviewer = await stage.hire({ role: 'reviewer', unit: own.unit });
    await call(reviewer, 'POST', `cadres/${own.cadre.code}/id-number/reveal`, {
      kind: 'identity-check',
      purpose: OPINION,
    });
  }

  it('is something', () => {
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.join('\n')).toMatch(/signed-in/);
    expect(lines.filter((line) => /"level":"error"/.test(line)).length).toBeGreaterThanOrEqual(2);
  });

  it('names nobody, no unit, no post, and says nothing of what was written', () => {
    const all = lines.join('\n');
    for (const { secrets, clerk } of Object.values(stage.places)) {
      expect(lines.filter((line) => secrets.test(line))).toEqual([]);
      expect(lines.filter((line) => new RegExp(`\\b${clerk.username}\\b`).test(line))).toEqual([]);
    }
    for (const secret of ['张三丰', 'zhang.sanfeng', OPINION, '账户', ID_NUMBER]) {
      expect([secret, all.includes(secret)]).toEqual([secret, false]);
    }
  });

  it('holds no password, token, or secret of a second factor', () => {
    const all = lines.join('\n');
    expect(tokens.length).toBeGreaterThan(10);
    for (const secret of [PASSWORD, NEXT_PASSWORD, '错口令', 'otpauth', 'argon2', ...tokens]) {
      expect([secret, all.includes(secret)]).toEqual([secret, false]);
    }
    expect(all).not.toMatch(/qingpei_session|postgres(ql)?:\/\/[^\s"]*:[^\s"]*@/);
  });
});

/** The product's own logger, writing into a list instead of onto the screen. */
function capturing(lines: string[]): LoggerService {
  const logger = createLogger('debug', false);
  const printed = (work: () => void): void => {
    const streams = [process.stdout, process.stderr] as const;
    const writes = streams.map((stream) => stream.write.bind(stream));
    const collect = ((chunk: string | Uint8Array) => {
      lines.push(chunk.toString());
      return true;
    }) as typeof process.stdout.write;
    for (const stream of streams) stream.write = collect;
    try {
      work();
    } finally {
      for (const [index, stream] of streams.entries()) stream.write = writes[index]!;
    }
  };
  return {
    log: (message: unknown, ...rest: unknown[]) => printed(() => logger.log(message, ...rest)),
    warn: (message: unknown, ...rest: unknown[]) => printed(() => logger.warn(message, ...rest)),
    error: (message: unknown, ...rest: unknown[]) => printed(() => logger.error(message, ...rest)),
    debug: (message: unknown, ...rest: unknown[]) => printed(() => logger.debug(message, ...rest)),
  };
}
