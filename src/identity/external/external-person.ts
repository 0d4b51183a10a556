/** Whom an outside identity provider vouches for. */
export interface ExternalPerson {
  /** The issuer's or server's address, or 'gateway': subjects are unique below it. */
  provider: string;
  subject: string;
  /** User name wished for a new account, as the provider has it. */
  preferredName: string | null;
  displayName: string | null;
  /** Undefined when the provider does not tell: then nothing follows from groups. */
  groups: readonly string[] | undefined;
}

/** Texts out of whatever a provider put into a claim: one, several, or none. */
export function textsOf(claim: unknown): string[] {
  const items: unknown[] = Array.isArray(claim) ? claim : [claim];
  return items.filter((item): item is string => typeof item === 'string' && item !== '');
}
