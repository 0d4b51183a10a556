import { createContext, useContext } from 'react';
import type { Session } from '../api/types.js';

export const CurrentSession = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(CurrentSession);
  if (session === null) throw new Error('a page of the desk stands outside the session');
  return session;
}

/** Own roles and those of absent colleagues stood in for. */
export function rolesOf(session: Session): Set<string> {
  const borrowed = session.standsInFor.flatMap(({ roles }) => roles);
  return new Set([...session.roles, ...borrowed].map(({ role }) => role));
}

/** Roles for which a page makes sense; null is everybody who is signed in. */
export type Audience = readonly string[] | null;

export const EVERYBODY: Audience = null;
/** Whoever sees cases and ledger, each within his reach. */
export const BUSINESS: Audience = [
  'clerk',
  'leader',
  'reviewer',
  'chief',
  'deputy',
  'head',
  'discipline',
  'establishment',
];
/** Those who take part in ordinary cases. */
export const PARTIES: Audience = ['clerk', 'leader', 'reviewer', 'chief', 'deputy', 'head'];
/** Whoever may ask after people: the discipline commission 纪委监委 answers for each of them. */
export const PEOPLE_READERS: Audience = ['clerk', 'leader', 'reviewer', 'chief', 'deputy', 'head', 'discipline'];
export const DEPARTMENT: Audience = ['reviewer', 'chief', 'deputy', 'head'];
/** The section that draws up and reviews. */
export const SECTION: Audience = ['reviewer', 'chief'];
export const DRAFTERS: Audience = ['clerk', 'leader'];
/** Whoever holds meetings, and the sections that review them: each member's vote is in them. */
export const MEETING_READERS: Audience = ['clerk', 'leader', 'reviewer', 'chief'];
/** Whoever asks the discipline commission, and the commission itself. */
export const OPINION_READERS: Audience = ['reviewer', 'chief', 'deputy', 'head', 'discipline'];
/** The establishment office 编办, who answers for headcount alone. */
export const ESTABLISHMENT: Audience = ['establishment'];
export const IMPORTERS: Audience = ['reviewer', 'chief'];
/** The three administrators 三员: each has pages of his own, and none of business. */
export const SYSTEM: Audience = ['admin', 'sysadmin'];
export const SECURITY: Audience = ['secadmin'];
export const AUDIT: Audience = ['auditadmin'];

/** Whoever may change what judges everybody. */
export const SETTERS: Audience = ['chief', 'secadmin'];
/** Whoever keeps the product running. */
export const WATCHERS: Audience = ['sysadmin', 'admin'];

export const belongsTo = (audience: Audience, roles: ReadonlySet<string>): boolean =>
  audience === null || audience.some((role) => roles.has(role));

export interface Abilities {
  business: boolean;
  drafts: boolean;
  imports: boolean;
}

/** Which pages make sense for somebody; what may be done is the server's answer each time. */
export function abilitiesOf(session: Session): Abilities {
  const roles = rolesOf(session);
  return {
    business: belongsTo(BUSINESS, roles),
    drafts: belongsTo(DRAFTERS, roles),
    imports: belongsTo(IMPORTERS, roles),
  };
}
