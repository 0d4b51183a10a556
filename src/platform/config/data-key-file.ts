import { join } from 'node:path';

const folder = (dataDir: string): string => join(dataDir, 'keys');

/** Where the key lies when it is not given as a variable. */
export function dataKeyFile(dataDir: string): string {
  return join(folder(dataDir), 'data.key');
}

/** Where the key to which fields are being moved lies until it takes the current one's place. */
export function nextKeyFile(dataDir: string): string {
  return join(folder(dataDir), 'data.key.next');
}

export function retiredKeysFolder(dataDir: string): string {
  return join(folder(dataDir), 'retired');
}

/** Where a replaced key is kept, for back-ups from before. @param id hexadecimal */
export function retiredKeyFile(dataDir: string, id: string): string {
  return join(retiredKeysFolder(dataDir), `${id}.key`);
}
