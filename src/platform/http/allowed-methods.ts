import type { Request } from 'express';

interface RouterLayer {
  route?: { methods: Record<string, boolean> };
  match(path: string): boolean;
}

/** Methods that some route answers at this path; empty when the path is unknown. */
export function allowedMethods(request: Request): string[] {
  const layers = request.app.router.stack as unknown as RouterLayer[];
  const methods = new Set<string>();
  for (const { route, match } of layers.map((layer) => ({ route: layer.route, match: layer.match.bind(layer) }))) {
    if (route === undefined || !match(request.path)) continue;
    for (const method of Object.keys(route.methods)) methods.add(method.toUpperCase());
  }
  return [...methods].sort();
}
