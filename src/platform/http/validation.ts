import { type ArgumentMetadata, StandardSchemaValidationPipe } from '@nestjs/common';
import type { FieldFault } from './field-fault.js';
import { speakChinese } from './field-sentences.js';
import { findUnstorable } from './storable-fault.js';

/** What was sent does not have the declared shape; every fault is listed. */
export class ValidationError extends Error {
  constructor(readonly faults: readonly FieldFault[]) {
    super('VALIDATION_FAILED');
    this.name = 'ValidationError';
  }
}

/** What the outside sends, in three places; everything else is handed in by the product itself. */
const FROM_OUTSIDE: readonly ArgumentMetadata['type'][] = ['body', 'query', 'param'];

class RequestPipe extends StandardSchemaValidationPipe {
  override async transform<T = unknown>(value: T, metadata: ArgumentMetadata): Promise<T> {
    if (!FROM_OUTSIDE.includes(metadata.type)) return super.transform(value, metadata);
    const unstorable = findUnstorable(value);
    if (unstorable !== undefined) throw new ValidationError([unstorable]);
    return super.transform(metadata.type === 'query' ? withoutEmpty(value) : value, metadata);
  }
}

/** A form that leaves a filter empty sends `unit=`: that asks for nothing, as if it were not there. */
function withoutEmpty<T>(query: T): T {
  if (typeof query !== 'object' || query === null) return query;
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')) as T;
}

/** Checks `@Body({schema})`, `@Query({schema})` and `@Param(name, {schema})`, and hands on what the schema made of it. */
export function validationPipe(): StandardSchemaValidationPipe {
  speakChinese();
  return new RequestPipe({
    exceptionFactory: (issues) =>
      new ValidationError(
        issues.map(({ path, message }) => ({
          path: (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
          message,
        })),
      ),
  });
}
