import { createServer } from 'node:net';
import { StartupError } from './startup-error.js';

/** Finds out before the long steps that the server could not listen in the end. */
export function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (cause: NodeJS.ErrnoException) => reject(portError(host, port, cause)));
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

function portError(host: string, port: number, cause: NodeJS.ErrnoException): StartupError {
  if (cause.code === 'EADDRINUSE') {
    const hint = `请停止占用它的程序，或换一个端口，例如 PORT=${port + 1} npm start。`;
    return new StartupError('PORT_TAKEN', `端口 ${port}（${host}）已被占用。${hint}`, { cause });
  }
  return new StartupError(
    'CANNOT_LISTEN',
    `无法在 ${host}:${port} 上监听（${cause.code ?? cause.message}）。请检查 HOST 与 PORT。`,
    {
      cause,
    },
  );
}
