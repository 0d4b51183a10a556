import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';

/** Keeps the port of the last start while it is free, so that an operator's tools find the database again. */
export async function choosePort(file: string): Promise<number> {
  const last = Number(await readFile(file, 'utf8').catch(() => '0'));
  const port = last > 0 && (await bind(last)) !== undefined ? last : await bind(0);
  if (port === undefined) throw new Error('the system has no free port');
  await writeFile(file, String(port));
  return port;
}

function bind(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
