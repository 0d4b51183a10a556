import type { OpenAPIObject } from '@nestjs/swagger';
import type { OperationExample } from './examples.js';
import { type Operation, operationsOf } from './operations.js';

/** Fills the document's operations with examples; one for an operation that does not exist is a mistake. */
export function addExamples(document: OpenAPIObject, examples: Readonly<Record<string, OperationExample>>): void {
  const operations = operationsOf(document);
  for (const [key, example] of Object.entries(examples)) {
    const operation = operations.get(key);
    if (operation === undefined) throw new Error(`there is an example for ${key}, but no such operation`);
    addExample(operation, example);
  }
}

function addExample(operation: Operation, { path = {}, query = {}, body }: OperationExample): void {
  for (const parameter of operation.parameters ?? []) {
    if (!('name' in parameter)) continue;
    const values = parameter.in === 'path' ? path : parameter.in === 'query' ? query : {};
    if (parameter.name in values) parameter.example = values[parameter.name];
  }
  const { requestBody } = operation;
  if (body === undefined || requestBody === undefined || !('content' in requestBody)) return;
  for (const media of Object.values(requestBody.content)) media.example = body;
}
