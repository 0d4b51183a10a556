import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from '../../src/openapi/operations.js';
import { isNameless, type Schema, typeOf } from './emit-types.js';

const BASE = '/api/v1/';
const HEAD = `/* Made by \`npm run api:types\` from the OpenAPI document. Not to be edited. */
`;

interface Content {
  content?: Record<string, { schema?: Schema }>;
}
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}

/** The whole file: one entry a call, under 'METHOD path' with the path as it stands below /api/v1/. */
export function emitCalls(document: OpenAPIObject): string {
  const named = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const calls = [...operationsOf(document)]
    .filter(([call]) => call.includes(` ${BASE}`))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const answers: string[] = [];
  const bodies: string[] = [];
  const queries: string[] = [];
  for (const [call, operation] of calls) {
    const name = `'${call.replace(BASE, '')}'`;
    const answer = answerOf(operation.responses as Record<string, Content>);
    if (answer !== undefined) answers.push(`${name}: ${typeOf(answer, named)};`);
    const body = jsonOf(operation.requestBody as Content | undefined);
    if (body !== undefined) bodies.push(`${name}: ${typeOf(body, named)};`);
    const query = ((operation.parameters ?? []) as Parameter[]).filter((parameter) => parameter.in === 'query');
    if (query.length > 0) queries.push(`${name}: ${typeOf(objectFrom(query), named)};`);
  }
  const schemas = Object.entries(named)
    .filter(([name]) => !isNameless(name))
    .map(([name, schema]) => `${name}: ${typeOf(schema, named)};`);
  const parts = { Schemas: schemas, Answers: answers, Bodies: bodies, Queries: queries };
  return (
    HEAD +
    Object.entries(parts)
      .map(([name, lines]) => `\nexport interface ${name} {\n${lines.join('\n')}\n}\n`)
      .join('')
  );
}

const jsonOf = (holder: Content | undefined): Schema | undefined => holder?.content?.['application/json']?.schema;

function answerOf(responses: Record<string, Content>): Schema | undefined {
  const good = Object.keys(responses).filter((status) => status.startsWith('2'));
  return good.map((status) => jsonOf(responses[status])).find((schema) => schema !== undefined);
}

function objectFrom(parameters: Parameter[]): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema = {} }) => [name, schema])),
    required: parameters.filter(({ required }) => required === true).map(({ name }) => name),
  };
}
