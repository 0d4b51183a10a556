import { post, remove } from '../api/client.js';
import type { Session } from '../api/types.js';
import { IS_SAMPLE } from './page-notes.js';

/**
 * The sample's accounts share one password. It is kept in memory alone, for the role switcher, until the page is reloaded;
 * a real password is never kept.
 */
let sampleSecret: string | null = null;

export async function signIn(username: string, password: string): Promise<Session> {
  const session = await post<Session>('session', { username, password });
  sampleSecret = IS_SAMPLE && session.profile === 'sample' ? password : null;
  return session;
}

/** By the word of the gateway in front of the product. */
export const signInByGateway = (): Promise<Session> => post<Session>('session/gateway', {});

export const knowsSampleSecret = (): boolean => sampleSecret !== null;

/** @returns null when the password has to be typed once more */
export function switchSampleRole(username: string): Promise<Session> | null {
  return sampleSecret === null ? null : signIn(username, sampleSecret);
}

export async function signOut(): Promise<void> {
  sampleSecret = null;
  await remove('session');
}
