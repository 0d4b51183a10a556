import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { format, resolveConfig } from 'prettier';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { emitCalls } from './emit-calls.js';

const FILE = 'web/src/api/schema.d.ts';

describe('the types of the desk’s calls', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ today: '2026-11-23' });
  });
  afterAll(() => app.close());

  it('are those of the OpenAPI document; `npm run api:types` makes them anew', async () => {
    const { body } = await app.client().get('/api/openapi.json').expect(200);
    const text = emitCalls(body as OpenAPIObject);
    const made = await format(text, { ...(await resolveConfig(FILE)), filepath: FILE });
    if (process.env['WRITE_API_TYPES'] === 'yes') writeFileSync(FILE, made);
    expect(readFileSync(FILE, 'utf8')).toBe(made);
  });
});
