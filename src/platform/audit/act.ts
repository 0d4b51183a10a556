/** What a request, or the product itself, did: one row of the audit. Numbers and codes, never names or contents; `purpose` alone is in the actor's words. */
export interface Act {
  /** Null: nobody signed in, or the product itself. */
  actorId: number | null;
  /** The role in which the actor acted; null when nobody signed in. */
  role: string | null;
  /** Path of the unit it concerned or was done for; '' is the whole tree. */
  unitPath: string | null;
  /** The absent colleague in whose place the actor acted. */
  onBehalfOf: number | null;
  /** Kind of act, such as 'read', 'change', 'sign-in'. */
  event: string;
  /** Kind of thing it was done to, such as 'proposal'. */
  objectType: string;
  objectId: string | null;
  /** What was done: the workflow's event, or method and route. */
  action: string;
  result: ActResult;
  /** What it was done for, as the actor declared it; null where nobody asks. */
  purpose: string | null;
  /** Digests of the thing before and after; see `digestOf`. */
  before: Buffer | null;
  after: Buffer | null;
}

/**
 * What became of it: applied; answered as before without doing it again; tried without storing; broken off by an
 * unexpected fault; or the code of the refusal.
 */
export type ActResult = 'done' | 'repeated' | 'dry-run' | 'failed' | (string & {});

/** An act with where it came from, ready to be stored. */
export interface AuditEntry extends Act {
  requestId: string | null;
  address: string | null;
  /** Digest of the browser's description of itself. */
  terminal: string | null;
}
