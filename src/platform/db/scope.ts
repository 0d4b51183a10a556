import { AsyncLocalStorage } from 'node:async_hooks';

/** How far statements reach, as the database is told: '' nothing, '*' the whole tree, '{1.2,1.7}' these units and below. */
export type Scope = string;

export const NOTHING: Scope = '';
export const WHOLE_TREE: Scope = '*';

const SHAPE = /^(\*|\{\d+(\.\d+)*(,\d+(\.\d+)*)*\})?$/;

interface Surrounding {
  scope: Scope;
  /** On the connections of the role that jobs run as. */
  byWorker: boolean;
}

const surrounding = new AsyncLocalStorage<Surrounding>();

/** The reach of whatever is running now; undefined when nobody has said anything. */
export function currentScope(): Scope | undefined {
  return surrounding.getStore()?.scope;
}

export function runsAsWorker(): boolean {
  return surrounding.getStore()?.byWorker ?? false;
}

/** Statements within `work` reach these units and what is below them. @param paths '' is the whole tree */
export function withScope<T>(paths: readonly string[], work: () => T): T {
  return surrounding.run({ scope: scopeOfPaths(paths), byWorker: runsAsWorker() }, work);
}

/**
 * Statements within `work` reach the whole tree although whoever asks may not. For the few places that must count or write
 * beyond it and limit by themselves what is told; docs/decisions/0012 lists each.
 *
 * @param _reason names the place; read by the test that keeps the list complete
 */
export function asSystem<T>(_reason: string, work: () => T): T {
  return surrounding.run({ scope: WHOLE_TREE, byWorker: runsAsWorker() }, work);
}

/** As `asSystem`, for work that no request waits for: on the connections of the role that jobs run as. */
export function asWorker<T>(_reason: string, work: () => T): T {
  return surrounding.run({ scope: WHOLE_TREE, byWorker: true }, work);
}

/** Express middleware: a request reaches nothing until {@link limitRequestTo} says how far. */
export function beginRequest(_request: unknown, _response: unknown, next: () => void): void {
  surrounding.run({ scope: NOTHING, byWorker: false }, next);
}

/** Says how far the request that is running reaches, from here on. @param paths '' is the whole tree */
export function limitRequestTo(paths: readonly string[]): void {
  const request = surrounding.getStore();
  if (request === undefined) throw new Error('no request is running: the application lacks beginRequest');
  request.scope = scopeOfPaths(paths);
}

/** @returns the statement that tells an open transaction its reach; the value has been checked to be nothing but paths */
export function setScope(scope: Scope): string {
  if (!SHAPE.test(scope)) throw new Error('a scope that is no list of unit paths');
  return `SET LOCAL qingpei.scope = '${scope}'`;
}

function scopeOfPaths(paths: readonly string[]): Scope {
  if (paths.includes('')) return WHOLE_TREE;
  return paths.length === 0 ? NOTHING : `{${[...new Set(paths)].toSorted().join(',')}}`;
}
