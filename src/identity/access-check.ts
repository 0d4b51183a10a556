import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, HttpAdapterHost, Reflector } from '@nestjs/core';
import { StartupError } from '../platform/index.js';
import { GRANTABLE_ROLES } from './roles.js';
import { type DeclaredRoute, declaredRoutes } from './routes.js';

/** The product starts only when every route says who may call it; no request is ever answered by accident. */
@Injectable()
export class AccessCheck implements OnModuleInit {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(HttpAdapterHost) private readonly adapter: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    const routes = this.routes();
    const faults = [...routes.flatMap(faultsOf), ...this.strayRoutes(routes)];
    if (faults.length === 0) return;
    throw new StartupError(
      'ACCESS_UNDECLARED',
      `路由的访问规则不完整，未启动：\n${faults.map((f) => `  - ${f}`).join('\n')}`,
    );
  }

  routes(): DeclaredRoute[] {
    return declaredRoutes(this.discovery, this.reflector);
  }

  // Routes that a library hung directly into the server pass no guard.
  private strayRoutes(routes: DeclaredRoute[]): string[] {
    const known = new Set(routes.map((route) => route.path));
    return serverPaths(this.adapter)
      .filter((path) => !known.has(path))
      .map((path) => `${path}：不属于任何控制器，不受访问规则约束`);
  }
}

/** What is wrong with a route's declaration; empty when all is well. */
export function faultsOf({ name, method, path, access }: DeclaredRoute): string[] {
  const route = `${method} ${path}（${name}）`;
  if (access === null) return [`${route}：没有 @Access(...)`];
  if (access.roles === 'public') return access.why.trim() === '' ? [`${route}：公开的路由必须说明理由`] : [];
  if (access.roles === 'signed-in') return [];
  if (access.roles.length === 0) return [`${route}：没有任何角色可以访问`];
  const known: readonly string[] = GRANTABLE_ROLES;
  return access.roles.filter((role) => !known.includes(role)).map((role) => `${route}：没有名为 ${role} 的角色`);
}

interface ServerLayer {
  route?: { path: string | string[] };
}

// The console commands run the product without a server.
function serverPaths({ httpAdapter }: Partial<HttpAdapterHost>): string[] {
  const server = httpAdapter?.getInstance<{ router?: { stack: ServerLayer[] } }>();
  const paths = (server?.router?.stack ?? []).flatMap((layer) => layer.route?.path ?? []);
  return [...new Set(paths)];
}
