import { t } from '../ui/t.js';
import { noteServerNow } from './server-time.js';
import { OFFLINE, Problem } from './problem.js';
import type { Answers, Queries } from './schema.js';

const BASE = '/api/v1/';

type Listener = () => void;
const sessionEndListeners = new Set<Listener>();

/** Called when the server no longer knows us; the page keeps its address and asks for the sign-in. */
export function onSessionEnd(listener: Listener): () => void {
  sessionEndListeners.add(listener);
  return () => sessionEndListeners.delete(listener);
}

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What is empty is left out: the server takes a missing parameter as "all". */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

export type Reads = Extract<keyof Answers, `GET ${string}`>;

export interface Asked<Call> {
  /** What stands in the gaps of the path. */
  at?: Readonly<Record<string, string | number>>;
  query?: Call extends keyof Queries ? Partial<Record<keyof Queries[Call], Query[string]>> : never;
}

/**
 * Reads what the server answers to a call of the OpenAPI document, typed as the document has it.
 *
 * @param call as `GET teams/{code}`
 */
export function read<Call extends Reads>(
  call: Call,
  { at = {}, query }: Asked<Call> = {},
  signal?: AbortSignal,
): Promise<Answers[Call]> {
  const path = call.slice('GET '.length).replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(at[name] ?? ''));
  return get<Answers[Call]>(path, query, signal);
}

export function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return request<T>(withQuery(path, query), { signal });
}

export function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return request<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
}

export function upload<T>(path: string, file: File): Promise<T> {
  const body = new FormData();
  body.append('file', file);
  return sendForm<T>(path, body);
}

/** Files with what is said beside them. */
export function sendForm<T>(path: string, body: FormData): Promise<T> {
  return request<T>(path, { method: 'POST', body });
}

export function put<T>(path: string, body: unknown): Promise<T> {
  return request<T>(path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export function remove(path: string): Promise<void> {
  return request<void>(path, { method: 'DELETE' });
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  const response = await reach(path, init);
  noteServerNow(response.headers.get('Qingpei-Now'));
  return answerOf(path, response.status, await response.text()) as T;
}

/** What an answer says, or the problem that it is. */
function answerOf(path: string, status: number, text: string): unknown {
  const body: unknown = text === '' ? undefined : parse(text);
  if (status >= 200 && status < 300) return body;
  const problem = problemOf(status, body);
  if (status === 401 && path !== 'session') for (const listener of sessionEndListeners) listener();
  throw problem;
}

/** How far an upload is: the share sent, or the server's turn. */
export type UploadProgress = { sent: number } | 'received';

/** Sends a file and tells on the way how far it is: only this way browsers tell. */
export function uploadWatched<T>(path: string, file: File, onProgress: (progress: UploadProgress) => void): Promise<T> {
  const body = new FormData();
  body.append('file', file);
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('POST', BASE + path);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress({ sent: loaded / total });
    });
    request.upload.addEventListener('load', () => onProgress('received'));
    request.addEventListener('error', () => fail(new Problem(0, OFFLINE, t('连接不上服务器。'))));
    request.addEventListener('load', () => {
      noteServerNow(request.getResponseHeader('Qingpei-Now'));
      try {
        done(answerOf(path, request.status, request.responseText) as T);
      } catch (error) {
        fail(error);
      }
    });
    request.send(body);
  });
}

/** Sends a file and saves the one that comes back; it is kept nowhere on the way. */
export async function uploadForFile(path: string, file: File, name: string): Promise<void> {
  const body = new FormData();
  body.append('file', file);
  const response = await reach(path, { method: 'POST', body });
  if (!response.ok) answerOf(path, response.status, await response.text());
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(BASE + path, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw new Problem(0, OFFLINE, t('连接不上服务器。'));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function problemOf(status: number, body: unknown): Problem {
  const known = (body ?? {}) as Record<string, unknown>;
  const code = typeof known['code'] === 'string' ? known['code'] : `HTTP_${status}`;
  const detail = typeof known['detail'] === 'string' ? known['detail'] : t('服务器未能处理（{status}）。', { status });
  return new Problem(status, code, detail, known);
}
