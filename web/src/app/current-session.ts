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

const BUSINESS = ['clerk', 'leader', 'reviewer', 'chief', 'deputy', 'head'];

export interface Abilities {
  business: boolean;
  drafts: boolean;
  imports: boolean;
}

/** Which pages make sense for somebody; what may be done is the server's answer each time. */
export function abilitiesOf(session: Session): Abilities {
  const roles = rolesOf(session);
  const any = (...names: string[]): boolean => names.some((name) => roles.has(name));
  return { business: any(...BUSINESS), drafts: any('clerk', 'leader'), imports: any('reviewer', 'chief') };
}
