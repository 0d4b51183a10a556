const noteOf = (name: string): string | null | undefined =>
  document.querySelector(`meta[name="${name}"]`)?.getAttribute('content');

/** The server says in the page itself which profile it runs, so that the sign-in can offer the sample's accounts. */
export const IS_SAMPLE = noteOf('qingpei-profile') === 'sample' || import.meta.env.DEV;

/** Whether this installation has no administrator yet, so that nobody can sign in. */
export const AWAITS_INSTALL = noteOf('qingpei-install') === 'awaited';

/** A way of signing in beside the password, and what its button says. */
export interface SignInWay {
  way: 'oidc' | 'cas' | 'gateway';
  label: string;
}

/** The ways that this installation has set up; none in most. */
export const SIGN_IN_WAYS: readonly SignInWay[] = (['oidc', 'cas', 'gateway'] as const).flatMap((way) => {
  const label = noteOf(`qingpei-sign-in-${way}`) ?? '';
  return label === '' ? [] : [{ way, label }];
});

/** Whether the page was asked for with a session cookie: without one, nobody needs to ask who is signed in. */
export const MAY_HAVE_SESSION = noteOf('qingpei-session') !== 'none';
