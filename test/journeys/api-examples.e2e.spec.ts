import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Response } from 'supertest';
import { SampleCityTask } from '../../src/directory/index.js';
import { SampleSignIns } from '../../src/identity/index.js';
import { caseExamples } from '../../src/openapi/examples.cases.js';
import { operationsOf } from '../../src/openapi/operations.js';
import { makeScratchFolder } from '../support/index.js';
import { createTestApp, type TestApp } from '../support/test-app.js';

const PASSWORD = 'Sample-City-2026!';
const TODAY = '2026-11-23';
const WORKBOOKS = /\/(imports|exports)/;

describe('the examples of the API document', () => {
  let app: TestApp;
  let folder: Awaited<ReturnType<typeof makeScratchFolder>>;
  let document: OpenAPIObject;
  const clients = new Map<string, ReturnType<TestApp['client']>>();

  beforeAll(async () => {
    folder = await makeScratchFolder();
    app = await createTestApp({
      today: TODAY,
      environment: { SAMPLE_CITY: 'on', SAMPLE_PASSWORD: PASSWORD, DATA_DIR: folder.path },
    });
    await app.get(SampleCityTask).run(() => undefined);
    await app.get(SampleSignIns).run();
    for (const username of ['clerk', 'reviewer']) {
      const client = app.client();
      await client.post('/api/v1/session').send({ username, password: PASSWORD }).expect(201);
      clients.set(username, client);
    }
    document = (await clients.get('clerk')!.get('/api/openapi.json').expect(200)).body as OpenAPIObject;
  });
  afterAll(async () => {
    await app.close();
    await folder.remove();
  });

  it.each(Object.keys(caseExamples(TODAY)))(
    '%s works against the sample city, as the document shows it',
    async (key) => {
      const [method, route] = key.split(' ') as ['GET' | 'POST', string];
      const response = await send(method, await reachable(key, fill(key, route)), bodyOf(key));
      const answer = { status: response.status, refused: response.status < 300 ? null : (response.body as unknown) };
      expect(answer).toEqual({ status: method === 'POST' && isCreation(route) ? 201 : 200, refused: null });
    },
  );

  it('leave a blocked preview with suggestions that would pass, and a proposal submitted', async () => {
    const clerk = clients.get('clerk')!;
    const preview = caseExamples(TODAY)['POST /api/v1/gate/preview']!.body as object;
    const { body } = await clerk.post('/api/v1/gate/preview').send(preview).expect(200);
    const { verdict, suggestions } = body as { verdict: string; suggestions: { verdict: string }[] };
    expect(verdict).toBe('block');
    expect(suggestions.map((suggestion) => suggestion.verdict)).toContain('clear');
    const proposal = await clerk.get('/api/v1/proposals/1').expect(200);
    expect(proposal.body).toMatchObject({ statePath: 'submitted', version: 2 });
  });

  const isCreation = (route: string): boolean => /\/(proposals|comments)$/.test(route);

  /** What is handed out by a grant alone is fetched by one. */
  async function reachable(key: string, url: string): Promise<string> {
    const parameters = (operationsOf(document).get(key)?.parameters ?? []) as { name: string }[];
    if (!parameters.some(({ name }) => name === 'grant')) return url;
    const client = clients.get(WORKBOOKS.test(url) ? 'reviewer' : 'clerk')!;
    const granted = await client
      .post('/api/v1/download-grants')
      .send({ path: url, purpose: '季度摸底调度，核对班子台账' })
      .expect(201);
    return (granted.body as { url: string }).url;
  }

  async function send(method: 'GET' | 'POST', url: string, body: object | undefined): Promise<Response> {
    const client = clients.get(WORKBOOKS.test(url) ? 'reviewer' : 'clerk')!;
    if (method === 'GET') return client.get(url);
    if (!url.includes('/imports')) return client.post(url).send(body);
    const template = await client.get('/api/v1/imports/template').buffer().parse(asBuffer).expect(200);
    return client.post(url).attach('file', template.body as Buffer, 'city.xlsx');
  }

  /** The route with the document's examples in the places of its parameters. */
  function fill(key: string, route: string): string {
    const parameters = (operationsOf(document).get(key)?.parameters ?? []) as {
      name: string;
      in: string;
      example?: unknown;
    }[];
    const given = parameters.filter(({ example }) => example !== undefined);
    const path = given
      .filter((parameter) => parameter.in === 'path')
      .reduce((filled, { name, example }) => filled.replace(`{${name}}`, String(example)), route);
    const query = given
      .filter((parameter) => parameter.in === 'query')
      .map(({ name, example }) => [name, String(example)] as [string, string]);
    return `${path}?${new URLSearchParams(query).toString()}`;
  }

  function bodyOf(key: string): object | undefined {
    const requestBody = operationsOf(document).get(key)?.requestBody as
      { content: Record<string, { example?: unknown }> } | undefined;
    return requestBody?.content['application/json']?.example as object | undefined;
  }
});

function asBuffer(response: NodeJS.EventEmitter, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
}
