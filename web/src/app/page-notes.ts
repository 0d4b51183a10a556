const noteOf = (name: string): string | null | undefined =>
  document.querySelector(`meta[name="${name}"]`)?.getAttribute('content');

/** The server says in the page itself which profile it runs, so that the sign-in can offer the sample's accounts. */
export const IS_SAMPLE = noteOf('qingpei-profile') === 'sample' || import.meta.env.DEV;

/** Whether the page was asked for with a session cookie: without one, nobody needs to ask who is signed in. */
export const MAY_HAVE_SESSION = noteOf('qingpei-session') !== 'none';
