import { caseExamples } from './examples.cases.js';

/** What "try it out" is filled in with for one operation. */
export interface OperationExample {
  path?: Readonly<Record<string, unknown>>;
  query?: Readonly<Record<string, unknown>>;
  body?: unknown;
}

/**
 * Examples by 'METHOD /path/{parameter}', made to work against the sample city. A room's routes get theirs here, so that
 * the document can be checked against a running sample installation in one place.
 * @param today day on which the document is read: some examples lie ahead of it
 */
export function operationExamples(today: string): Readonly<Record<string, OperationExample>> {
  return {
    ...caseExamples(today),
    'POST /api/v1/session': { body: { username: 'clerk', password: '启动时控制台打印的示例口令' } },
    'POST /api/v1/users': {
      body: {
        username: 'zhang.san',
        displayName: '示例新用户',
        password: 'Example-Horse-2026',
      },
    },
    'POST /api/v1/session/password': {
      body: { current: '启动时控制台打印的示例口令', next: 'Example-Horse-2026' },
    },
    'POST /api/v1/session/second-factor': { body: { code: '123456' } },
    'POST /api/v1/session/second-factors/totp/confirm': { body: { code: '123456' } },
    'POST /api/v1/users/{id}/external-identities': { path: { id: 1 }, body: { way: 'oidc', subject: 'zhang.san' } },
    'GET /api/v1/colleagues': { query: { query: '示例', limit: 20 } },
    'GET /api/v1/users': { query: { query: 'clerk', limit: 20 } },
    'POST /api/v1/users/{id}/grants': { path: { id: 1 }, body: { role: 'clerk', unit: null, startsOn: today } },
    'POST /api/v1/delegations': { body: { to: 'deputy2', startsOn: today, endsOn: today, reason: '外出学习' } },
  };
}
