import type { IncomingMessage, Server, ServerResponse } from 'node:http';

const STREAM = 'text/event-stream';

/**
 * Keeps an eye on a server's answers, so that it can stop: answers that would never end by themselves (server-sent events)
 * are ended, everything else is answered in full and its connection closed behind it.
 *
 * @param server before it listens
 * @returns to be called once, when the server is about to close
 */
export function watchAnswers(server: Server): () => void {
  const open = new Map<ServerResponse, IncomingMessage>();
  let isStopping = false;
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    open.set(response, request);
    response.once('close', () => open.delete(response));
    if (isStopping) response.setHeader('Connection', 'close');
  });
  return () => {
    isStopping = true;
    for (const [response, request] of open) {
      if (!response.headersSent) response.setHeader('Connection', 'close');
      else if (isStream(request, response)) response.end();
    }
  };
}

/** Browsers say that they expect a stream; what was written as a whole header cannot be read back. */
function isStream({ headers }: IncomingMessage, response: ServerResponse): boolean {
  return headers.accept?.includes(STREAM) === true || String(response.getHeader('Content-Type')).startsWith(STREAM);
}
