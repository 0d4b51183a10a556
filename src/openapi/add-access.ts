import type { OpenAPIObject } from '@nestjs/swagger';
import type { DeclaredRoute } from '../identity/index.js';
import { operationsOf } from './operations.js';
import { problemResponse } from './problem-schema.js';

/** Writes into each operation who may call it, from the same declaration that the guard enforces. */
export function addAccess(document: OpenAPIObject, routes: readonly DeclaredRoute[]): void {
  const operations = operationsOf(document);
  for (const { method, path, access } of routes) {
    const operation = operations.get(`${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    if (operation === undefined || access === null) continue;
    const isPublic = access.roles === 'public';
    operation.security = isPublic ? [] : [{ session: [] }];
    Object.assign(operation, { 'x-access': { roles: access.roles, scope: access.scope } });
    operation.responses = {
      ...operation.responses,
      ...(!isPublic && { 401: problemResponse('未登录，或会话已结束') }),
      ...(Array.isArray(access.roles) && { 403: problemResponse(`需要角色：${access.roles.join('、')}`) }),
      default: problemResponse('拒绝或错误'),
    };
  }
}
