import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { SourceProcess } from '../support/index.js';

interface Service {
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: string[] | Record<string, unknown>;
  image?: string;
  volumes?: string[];
}

export interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

/** The file as docker compose would read it, with these values for its variables. */
export function readCompose(values: Readonly<Record<string, string>>): Compose {
  const text = readFileSync('compose.yaml', 'utf8').replace(
    /\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g,
    (_, name: string, fallback?: string) => values[name] ?? fallback ?? `missing ${name}`,
  );
  return load(text, { schema: CORE_SCHEMA.withTags(mergeTag) }) as Compose;
}

/** The source of a service's command: tests run the product from its sources. */
export function sourceOf({ command }: Service): string {
  const [program, file] = command ?? [];
  const source = /^dist\/(src\/\w+)\.js$/.exec(file ?? '')?.[1];
  if (program !== 'node' || source === undefined)
    throw new Error(`not a process of the product: ${command?.join(' ')}`);
  return `${source}.ts`;
}

/** One process of the product, where it listens, and somebody signed in there. */
export class ProductProcess extends SourceProcess {
  cookie = '';

  constructor(
    source: string,
    readonly port: number,
    environment: Record<string, string>,
  ) {
    super(source, { ...environment, HOST: '127.0.0.1', PORT: String(port) });
  }

  started(): Promise<unknown> {
    return this.printed(/按 Ctrl-C 停止/);
  }

  get(path: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${path}`, { headers: { cookie: this.cookie } });
  }

  async json<T>(path: string): Promise<T> {
    return (await this.get(path)).json() as Promise<T>;
  }

  post(path: string, body: object): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${path}`, {
      method: 'POST',
      headers: { cookie: this.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** @returns the cookie, which every server honours */
  async signIn(username: string, password: string): Promise<string> {
    const response = await this.post('/api/v1/session', { username, password });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (cookie === undefined) throw new Error(`${username} cannot sign in: ${response.status}`);
    return cookie;
  }
}

const PATIENCE_MS = 45_000;

/** Waits until what is asked for is so. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end;) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain: ${what}`);
}

/** A connection string as an operator writes it: what tests see beyond every unit's walls is left off. */
export function withoutOptions(url: string): string {
  const plain = new URL(url);
  plain.search = '';
  return plain.href;
}
