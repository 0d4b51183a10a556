import * as fc from 'fast-check';
import type { OpenAPIObject } from '@nestjs/swagger';
import { FuzzValues, hostileText, type Schema } from './fuzz-values.js';
import { uploadOf } from './http-probe.js';

/** A request made from the API document, still without a session. */
export interface FuzzRequest {
  operation: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: unknown;
  /** A file that is fetched by a grant. */
  byGrant: boolean;
  /** Index of whom to ask as; taken modulo the number of people. */
  as: number;
}

interface Operation {
  key: string;
  method: string;
  path: string;
  parameters: { name: string; in: string; schema: Schema }[];
  content: Record<string, { schema?: Schema }>;
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** Every request that the document allows, and many that it does not. */
export function fuzzRequests(
  document: OpenAPIObject,
  words: readonly string[],
  hints: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<FuzzRequest> {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const values = new FuzzValues(schemas, words, hints);
  const operations = operationsOf(document);
  // What changes something has more ways to go wrong, and cases have the most.
  const choices = operations.map((operation) => ({
    weight: operation.method === 'GET' ? 2 : /\/(proposals|events)$/.test(operation.path) ? 12 : 3,
    arbitrary: requestOf(operation, values),
  }));
  return fc.oneof(...choices);
}

export function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      const parameters = (operation.parameters ?? []) as Operation['parameters'];
      const body = (operation.requestBody ?? {}) as { content?: Operation['content'] };
      return { key: `${method} ${path}`, method: method.toUpperCase(), path, parameters, content: body.content ?? {} };
    }),
  );
}

function requestOf(operation: Operation, values: FuzzValues): fc.Arbitrary<FuzzRequest> {
  const { key, method, parameters } = operation;
  const byGrant = parameters.some(({ name }) => name === 'grant');
  return fc
    .record({
      path: pathOf(operation, values),
      query: queryOf(operation, values),
      as: fc.nat(),
      sent: bodyOf(operation, values),
    })
    .map(({ path, query, as, sent }) => {
      return { operation: key, method, path: query === '' ? path : `${path}?${query}`, as, byGrant, ...sent };
    });
}

function pathOf({ path, parameters }: Operation, values: FuzzValues): fc.Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const texts = names.map((name) => {
    const schema = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema;
    return values.text(schema ?? { type: 'integer' }, name).map(escaped);
  });
  return fc.tuple(...texts).map((filled) => {
    return names.reduce((left, name, index) => left.replace(`{${name}}`, () => filled[index] ?? ''), path);
  });
}

function queryOf({ parameters }: Operation, values: FuzzValues): fc.Arbitrary<string> {
  const known = parameters.filter((parameter) => parameter.in === 'query');
  const fields = Object.fromEntries(known.map(({ name, schema }) => [name, values.text(schema ?? {}, name)]));
  const odd = fc.constantFrom(
    'limit=5&limit=6',
    'unit[]=a',
    'unit[a][b]=c',
    'limit=%',
    'q=%00',
    'a'.repeat(4_000),
    '?',
    '&&=&',
  );
  const proper = fc.record(fields, { requiredKeys: [] }).map((given) =>
    Object.entries(given as Record<string, string>)
      .map(([name, value]) => `${name}=${escaped(value)}`)
      .join('&'),
  );
  return fc.oneof({ weight: 9, arbitrary: proper }, { weight: 1, arbitrary: odd });
}

const JSON_TYPE = { 'content-type': 'application/json' };

function bodyOf(
  { method, content }: Operation,
  values: FuzzValues,
): fc.Arbitrary<Pick<FuzzRequest, 'headers' | 'body'>> {
  if (method === 'GET') return fc.constant({ headers: {}, body: undefined });
  const upload = fc.record({
    name: hostileText,
    bytes: fc.uint8Array({ maxLength: 200 }),
    head: fc.constantFrom('', '%PDF-1.7\n', 'PK\u0003\u0004', '<svg>'),
  });
  const uploaded = upload.map(({ name, bytes, head }) => ({
    headers: {},
    body: uploadOf({
      name: name.replaceAll(/["\r\n\ud800-\udfff]/g, ''),
      type: 'application/pdf',
      content: Buffer.concat([Buffer.from(head), bytes]),
    }),
  }));
  const schema = content['application/json']?.schema ?? {};
  const proper = values.value(schema).map((body) => ({ headers: JSON_TYPE, body: JSON.stringify(body) ?? 'null' }));
  const broken = fc
    .oneof(hostileText, fc.constantFrom('{', '[1,', '"', 'nul', '['.repeat(5_000), '{"a":'.repeat(5_000)))
    .map((body) => ({ headers: JSON_TYPE, body }));
  const mistyped = fc
    .constantFrom('text/plain', 'application/xml', 'application/json; charset=utf-7', 'multipart/form-data', '')
    .map((type) => ({ headers: { 'content-type': type }, body: '{}' }));
  const takesFile = 'multipart/form-data' in content;
  return fc.oneof(
    { weight: 20, arbitrary: takesFile ? uploaded : proper },
    { weight: 1, arbitrary: takesFile ? proper : uploaded },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: mistyped },
  );
}

// Half a character cannot be escaped: its bytes are sent as they would stand in a broken text.
function escaped(text: string): string {
  return Array.from(text, (character) =>
    /^[\ud800-\udfff]$/.test(character) ? '%ED%A0%80' : encodeURIComponent(character),
  ).join('');
}
