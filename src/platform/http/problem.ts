import type { Refusal } from './refusal.js';
import { sentenceOf, statusOf } from './refusal-table.js';
import type { FieldFault } from './field-fault.js';

/** An answer that is not a success, after RFC 9457. */
export interface Problem {
  type: string;
  /** The stable code, also in `title` for generic clients. */
  code: string;
  title: string;
  status: number;
  detail: string;
  params: Refusal['params'];
  requestId: string;
  errors?: readonly FieldFault[];
}

export function problemFor(refusal: Refusal, requestId: string, errors?: readonly FieldFault[]): Problem {
  return {
    type: 'about:blank',
    title: refusal.code,
    status: statusOf(refusal.code),
    code: refusal.code,
    detail: sentenceOf(refusal),
    params: refusal.params,
    requestId,
    ...(errors !== undefined && { errors }),
  };
}
