import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { watchAnswers } from './open-answers.js';

async function serve(listener: RequestListener): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const server = createServer(listener);
  const endAnswers = watchAnswers(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const stop = (): Promise<unknown> => {
    endAnswers();
    const closed = once(server, 'close');
    server.close();
    return closed;
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

describe('a server that stops', () => {
  it('ends streams that nobody would ever end', async () => {
    const { url, stop } = await serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': here\n\n');
    });
    const response = await fetch(url, { headers: { accept: 'text/event-stream' } });
    const text = response.text();
    await stop();
    expect(await text).toBe(': here\n\n');
  });

  it('answers what it has begun, and keeps no connection open behind it', async () => {
    let answer = (): void => undefined;
    let begun = (): void => undefined;
    const asked = new Promise<void>((resolve) => (begun = resolve));
    const { url, stop } = await serve((_, response) => {
      answer = () => response.end('answered');
      begun();
    });
    const request = fetch(url);
    await asked;
    const stopped = stop();
    answer();
    const response = await request;
    expect([response.headers.get('connection'), await response.text()]).toEqual(['close', 'answered']);
    await stopped;
  });
});
