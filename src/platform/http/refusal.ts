/** An expected "no": a stable code and the numbers behind it, never a sentence. */
export interface Refusal {
  code: string;
  params: Readonly<Record<string, unknown>>;
}

/** Carries a refusal out of a request; the problem filter turns it into an answer. */
export class RefusalError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
    this.name = 'RefusalError';
  }
}

/** Ends the request with a refusal. */
export function refuse(code: string, params: Refusal['params'] = {}): never {
  throw new RefusalError({ code, params });
}
