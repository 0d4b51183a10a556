import { hashSync } from '@node-rs/argon2';
import type { Response } from 'supertest';
import type { GrantableRole } from '../../../src/identity/index.js';
import type { TestApp } from '../../support/test-app.js';

const PASSWORD = 'a-password-of-the-journeys';
// One hash for everybody: the journeys are not about passwords.
const PASSWORD_HASH = hashSync(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

export type Plural =
  | 'proposals'
  | 'filings'
  | 'stocktakes'
  | 'stocktake_units'
  | 'warnings'
  | 'circulars'
  | 'circular_units'
  | 'integrity_opinions'
  | 'prior_reports'
  | 'meetings'
  | 'headcount_reviews';
export type Body = Record<string, unknown>;

let commands = 0;

/** Somebody with an account who uses the product over HTTP, cookie and all. */
export class Person {
  constructor(
    readonly id: number,
    readonly username: string,
    private readonly agent: ReturnType<TestApp['client']>,
  ) {}

  get(path: string): Promise<Response> {
    return Promise.resolve(this.agent.get(`/api/v1/${path}`));
  }

  /** A file, as a page fetches it: by a grant for this one. */
  async download(path: string, purpose?: string): Promise<Response> {
    const granted = await this.post('download-grants', { path: `/api/v1/${path}`, ...(purpose && { purpose }) });
    return granted.status === 201 ? this.agent.get((granted.body as { url: string }).url) : granted;
  }

  post(path: string, body: Body): Promise<Response> {
    return Promise.resolve(this.agent.post(`/api/v1/${path}`).send(body));
  }

  put(path: string, body: Body): Promise<Response> {
    return Promise.resolve(this.agent.put(`/api/v1/${path}`).send(body));
  }

  /** Sends an event to a case, under a command id of its own unless one is given. */
  send(plural: Plural, id: number, type: string, payload: Body = {}, extra: Body = {}): Promise<Response> {
    commands += 1;
    return this.post(`${plural}/${id}/events`, { type, payload, commandId: `command-${commands}`, ...extra });
  }

  /** Sends files, and fields beside them, as a form of the browser does. */
  upload(path: string, files: readonly { name: string; content: Buffer }[], fields: Body = {}): Promise<Response> {
    let request = this.agent.post(`/api/v1/${path}`);
    for (const [name, value] of Object.entries(fields)) request = request.field(name, JSON.stringify(value));
    for (const { name, content } of files)
      request = request.attach('file', content, { filename: name, filepath: name } as { filename: string });
    return Promise.resolve(request);
  }

  /** The same as bytes, whatever it says it is. */
  async downloadBytes(path: string, purpose?: string): Promise<Response> {
    const granted = await this.post('download-grants', { path: `/api/v1/${path}`, ...(purpose && { purpose }) });
    if (granted.status !== 201) return granted;
    const whole = (response: NodeJS.EventEmitter, done: (error: Error | null, body: Buffer) => void): void => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    };
    const { url } = granted.body as { url: string };
    return this.agent
      .get(url)
      .buffer()
      .parse(whole as never);
  }

  attach(plural: Plural, id: number, name: string, content: string): Promise<Response> {
    const upload = this.agent.post(`/api/v1/${plural}/${id}/attachments`);
    return Promise.resolve(upload.attach('file', Buffer.from(content), { filename: name, contentType: 'text/plain' }));
  }
}

/** Gives somebody an account with one role in one unit (the whole tree without one), and signs in. */
export async function hire(
  app: TestApp,
  username: string,
  role: GrantableRole,
  unit: { id: number } | null,
): Promise<Person> {
  const { db } = app.database;
  const { rows } = await db.queryDynamic<{ id: number }>(
    `INSERT INTO app_user (username, display_name, password_hash) VALUES ($1, $2, $3) RETURNING id`,
    [username, `${username}某`, PASSWORD_HASH],
  );
  const id = rows[0]!.id;
  await db.queryDynamic('INSERT INTO role_grant (user_id, role, unit_id) VALUES ($1, $2, $3)', [
    id,
    role,
    unit?.id ?? null,
  ]);
  const agent = app.client();
  await agent.post('/api/v1/session').send({ username, password: PASSWORD }).expect(201);
  return new Person(id, username, agent);
}
