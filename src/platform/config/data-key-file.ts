import { join } from 'node:path';

/** Where the key lies when it is not given as a variable. */
export function dataKeyFile(dataDir: string): string {
  return join(dataDir, 'keys', 'data.key');
}
