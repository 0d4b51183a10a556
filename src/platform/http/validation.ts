import { StandardSchemaValidationPipe } from '@nestjs/common';

export interface FieldFault {
  /** 'items.0.cadre'; empty for the body as a whole. */
  path: string;
  message: string;
}

/** What was sent does not have the declared shape; every fault is listed. */
export class ValidationError extends Error {
  constructor(readonly faults: readonly FieldFault[]) {
    super('VALIDATION_FAILED');
    this.name = 'ValidationError';
  }
}

/** Checks `@Body({schema})`, `@Query({schema})` and `@Param(name, {schema})`, and hands on what the schema made of it. */
export function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new ValidationError(
        issues.map(({ path, message }) => ({
          path: (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
          message,
        })),
      ),
  });
}
