import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { countsQuery } from './inbox-queries.js';
import type { InboxCounts } from './inbox-types.js';

/*
 * The server tells what has changed while a page is looked at. Where no stream can be had (a proxy that swallows it, a server
 * that is away), pages ask again by themselves: `usePollMs` says how often.
 */

const ADDRESS = '/api/v1/live';
const FIRST_RETRY_MS = 3_000;
const LAST_RETRY_MS = 60_000;
const POLL_MS = 20_000;
/** With a stream, now and then all the same: a word may have been lost. */
const SLOW_POLL_MS = 300_000;

let live = false;
const listeners = new Set<() => void>();

function setLive(now: boolean): void {
  if (live === now) return;
  live = now;
  for (const listener of listeners) listener();
}

/** How often a list should ask by itself. */
export function usePollMs(): number {
  const isLive = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => live,
  );
  return isLive ? SLOW_POLL_MS : POLL_MS;
}

/** Listens while the page is in sight: browsers keep few connections per server, and a tab in the background needs none. */
export function useLiveUpdates(wanted: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!wanted || typeof EventSource === 'undefined') return undefined;
    const stream = new Stream(client);
    const follow = (): void => (document.visibilityState === 'visible' ? stream.open() : stream.close());
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      stream.close();
    };
  }, [client, wanted]);
}

class Stream {
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitMs = FIRST_RETRY_MS;
  private missed = false;

  constructor(private readonly client: QueryClient) {}

  open(): void {
    if (this.source !== null) return;
    const source = new EventSource(ADDRESS);
    this.source = source;
    source.addEventListener('open', () => this.opened());
    source.addEventListener('inbox', (event) => this.counted(event));
    source.addEventListener('case', (event) => this.moved(event));
    source.addEventListener('error', () => this.failed(source));
  }

  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
    this.missed = true;
    setLive(false);
  }

  private opened(): void {
    this.waitMs = FIRST_RETRY_MS;
    setLive(true);
    if (this.missed) {
      void this.client.invalidateQueries({ queryKey: ['inbox'] });
      void this.client.invalidateQueries({ queryKey: ['case'] });
    }
    this.missed = false;
  }

  private failed(source: EventSource): void {
    setLive(false);
    this.missed = true;
    // The browser tries again by itself unless the server has said no.
    if (source.readyState !== EventSource.CLOSED) return;
    this.close();
    this.timer = setTimeout(() => this.open(), this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LAST_RETRY_MS);
  }

  private counted(event: MessageEvent<string>): void {
    const { counts } = JSON.parse(event.data) as { counts: InboxCounts };
    this.client.setQueryData(countsQuery.queryKey, counts);
    void this.client.invalidateQueries({ queryKey: ['inbox', 'list'] });
    void this.client.invalidateQueries({ queryKey: ['inbox', 'notices'] });
  }

  private moved(event: MessageEvent<string>): void {
    const { plural, id, version } = JSON.parse(event.data) as { plural: string; id: number; version: number };
    const key = ['case', plural, id];
    const shown = this.client.getQueryData<{ version: number }>(key);
    if (shown !== undefined && shown.version < version) void this.client.invalidateQueries({ queryKey: key });
    void this.client.invalidateQueries({ queryKey: ['cases'] });
  }
}
