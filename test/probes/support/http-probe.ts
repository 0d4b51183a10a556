import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import type { TestApp } from '../../support/test-app.js';

/** One request, sent as it is: nothing is tidied on the way, as a browser or a client library would. */
export interface ProbeRequest {
  method: string;
  /** Path with query, as it goes over the wire. */
  path: string;
  headers?: Readonly<Record<string, string | string[]>>;
  /** An object is sent as JSON. */
  body?: unknown;
  /** Session token. */
  token?: string | undefined;
}

export interface ProbeAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  content: Buffer;
  text: string;
  /** The problem's code; empty when the answer is no problem. */
  code: string;
}

export interface Upload {
  name: string;
  type: string;
  content: Buffer;
}

const BOUNDARY = 'probe-boundary-7f3a';

/** Sends requests to one served product over a few kept connections. */
export class HttpProbe {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });
  readonly origin: URL;

  constructor(app: TestApp) {
    this.origin = new URL(app.client().get('/').url);
  }

  close(): void {
    this.agent.destroy();
  }

  /** As a page fetches a file: asks for a grant first. The refusal of the grant is the answer where there is one. */
  async fetchFile(
    { path, token, headers = {} }: Omit<ProbeRequest, 'method' | 'body'>,
    purpose: string | undefined = PURPOSE,
  ): Promise<ProbeAnswer> {
    const body = { path, ...(purpose !== undefined && { purpose }) };
    const granted = await this.send({ method: 'POST', path: '/api/v1/download-grants', token, body });
    if (granted.status !== 201) return granted;
    return this.send({ method: 'GET', path: String(jsonOf(granted)['url']), token, headers });
  }

  send({ method, path, headers = {}, body, token }: ProbeRequest): Promise<ProbeAnswer> {
    const { content, type } = encoded(body);
    const sent = {
      ...(type !== undefined && { 'content-type': type, 'content-length': String(content.length) }),
      ...(token !== undefined && { cookie: `qingpei_session=${token}` }),
      ...headers,
    };
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.origin;
      const call = request({ agent: this.agent, hostname, port, method, path, headers: sent }, (response) => {
        const chunks: Buffer[] = [];
        // A stream has no end; what it begins with tells whether it was opened, and to whom.
        if (response.headers['content-type']?.startsWith('text/event-stream')) {
          response.once('data', () => response.destroy());
          response.once('close', () => resolve(answerOf(200, response.headers, Buffer.concat(chunks))));
        }
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve(answerOf(response.statusCode ?? 0, response.headers, Buffer.concat(chunks))));
      });
      call.on('error', (error) => reject(new Error(`${method} ${path} got no answer`, { cause: error })));
      call.end(content);
    });
  }
}

/** What a download is declared to be for in the probes. */
export const PURPOSE = '核对季度摸底台账';

/** A form with one file in the field `file`. */
export function uploadOf({ name, type, content }: Upload): FormBody {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
  return new FormBody(Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]));
}

export class FormBody {
  constructor(readonly content: Buffer) {}
}

/** What an answer says as JSON; fails when it is none. */
export function jsonOf(answer: ProbeAnswer): Record<string, unknown> {
  return JSON.parse(answer.text) as Record<string, unknown>;
}

/** The number of what an answer says was made. */
export function idIn(answer: ProbeAnswer): number {
  const { id } = jsonOf(answer);
  if (typeof id !== 'number') throw new Error(`nothing was made: ${answer.status} ${answer.text.slice(0, 200)}`);
  return id;
}

function encoded(body: unknown): { content: Buffer; type?: string } {
  if (body === undefined) return { content: Buffer.alloc(0) };
  if (body instanceof FormBody) return { content: body.content, type: `multipart/form-data; boundary=${BOUNDARY}` };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { content: Buffer.from(text), type: 'application/json' };
}

function answerOf(status: number, headers: IncomingHttpHeaders, content: Buffer): ProbeAnswer {
  const text = content.toString('utf8');
  // The answer to HEAD says what it would be and has no content.
  const isProblem = text !== '' && (headers['content-type']?.startsWith('application/problem+json') ?? false);
  const code = isProblem ? (JSON.parse(text) as { code: string }).code : '';
  return { status, headers, content, text, code };
}
