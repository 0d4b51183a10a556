import { type AnchorHTMLAttributes, type MouseEvent, type ReactElement, useEffect, useSyncExternalStore } from 'react';
import { withQuery, type Query } from '../api/client.js';

/*
 * The address is the page's memory: what is open, which filters are set. Few pages, no nesting: the browser's own history
 * is enough.
 */

type Guard = () => string | null;
const guards = new Set<Guard>();
const CHANGED = 'qingpei:address';

let shown = addressNow();

function addressNow(): string {
  return window.location.pathname + window.location.search;
}

/** Asks whoever holds unsaved work; true when the page may be left. */
export function mayLeave(): boolean {
  for (const guard of guards) {
    const question = guard();
    if (question !== null && !window.confirm(question)) return false;
  }
  return true;
}

function announce(): void {
  shown = addressNow();
  window.dispatchEvent(new Event(CHANGED));
}

export function navigate(to: string, how: { replace?: boolean } = {}): void {
  const staysHere = to.split('?')[0] === window.location.pathname;
  if (!staysHere && !mayLeave()) return;
  window.history[how.replace === true ? 'replaceState' : 'pushState'](null, '', to);
  announce();
}

window.addEventListener('popstate', () => {
  const leaves = shown.split('?')[0] !== window.location.pathname;
  if (leaves && !mayLeave()) window.history.pushState(null, '', shown);
  announce();
});

window.addEventListener('beforeunload', (event) => {
  for (const guard of guards) if (guard() !== null) event.preventDefault();
});

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

export interface Address {
  path: string;
  search: URLSearchParams;
}

export function useAddress(): Address {
  const address = useSyncExternalStore(subscribe, () => shown);
  const [path = '/', search = ''] = address.split('?');
  return { path, search: new URLSearchParams(search) };
}

/** Filters kept in the address: reading them, and changing some while the rest stay. */
export function useFilters(): [URLSearchParams, (change: Query, how?: { replace?: boolean }) => void] {
  const { path, search } = useAddress();
  const change = (wanted: Query, how: { replace?: boolean } = { replace: true }): void => {
    const now = Object.fromEntries(new URLSearchParams(window.location.search));
    navigate(withQuery(path, { ...now, ...wanted }), how);
  };
  return [search, change];
}

/** Keeps a page from being left by mistake. @param question null while there is nothing to lose */
export function useLeaveGuard(question: string | null): void {
  useEffect(() => {
    if (question === null) return undefined;
    const guard: Guard = () => question;
    guards.add(guard);
    return () => void guards.delete(guard);
  }, [question]);
}

export function Link(props: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }): ReactElement {
  const { href, onClick, children, ...rest } = props;
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const ownTab = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
    if (ownTab || event.defaultPrevented) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}
