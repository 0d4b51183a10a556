import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/internal';
import { type DiscoveryService, MetadataScanner, type Reflector } from '@nestjs/core';
import { ACCESS_METADATA, type AccessRule, DOWNLOAD_METADATA, type DownloadRule } from '../platform/index.js';

/** One route of the product and who may call it. */
export interface DeclaredRoute {
  /** 'UsersController.create', for messages. */
  name: string;
  /** 'GET', 'POST', …; 'ALL' answers every method. */
  method: string;
  /** '/api/v1/users/:id' */
  path: string;
  /** Null when the route declares none: the process must not start. */
  access: AccessRule | null;
  /** Set where the route hands out a file by a grant alone. */
  download?: DownloadRule;
}

/** Every route of every controller, with its access rule: the method's own, else the controller's. */
export function declaredRoutes(discovery: DiscoveryService, reflector: Reflector): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const controller = metatype as Type;
    const prototype = controller.prototype as Record<string, () => unknown>;
    return scanner
      .getAllMethodNames(prototype)
      .flatMap((name) => routesOf(controller, name, prototype[name], reflector));
  });
}

function routesOf(
  controller: Type,
  name: string,
  handler: (() => unknown) | undefined,
  reflector: Reflector,
): DeclaredRoute[] {
  if (handler === undefined || Reflect.getMetadata(PATH_METADATA, handler) === undefined) return [];
  const method = RequestMethod[reflector.get<RequestMethod>(METHOD_METADATA, handler)] ?? 'ALL';
  const access = reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_METADATA, [handler, controller]) ?? null;
  const download = reflector.get<DownloadRule | undefined>(DOWNLOAD_METADATA, handler);
  return pathsOf(controller).flatMap((prefix) =>
    pathsOf(handler).map((path) => ({
      name: `${controller.name}.${name}`,
      method,
      path: joined(prefix, path),
      access,
      ...(download !== undefined && { download }),
    })),
  );
}

function pathsOf(target: object): string[] {
  const declared = (Reflect.getMetadata(PATH_METADATA, target) ?? '') as string | string[];
  return Array.isArray(declared) ? declared : [declared];
}

function joined(...parts: string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
}
