import { useEffect, useRef } from 'react';

const AGAIN_MS = 5_000;

/**
 * Tries something again once the connection is back: when the browser says so, and every few seconds, because a browser knows
 * only about its own cable.
 *
 * @param wanted whether there is something to try again
 */
export function useWhenOnline(wanted: boolean, again: () => void): void {
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  });
  useEffect(() => {
    if (!wanted) return undefined;
    const attempt = (): void => latest.current();
    const timer = setInterval(attempt, AGAIN_MS);
    window.addEventListener('online', attempt);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', attempt);
    };
  }, [wanted]);
}
