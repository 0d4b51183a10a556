import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'];

/** An office suite to see documents with: from SOFFICE, or where systems keep it; null when there is none. */
export function findSoffice() {
  const given = process.env.SOFFICE;
  if (given !== undefined && given !== '') return existsSync(given) ? given : null;
  return PLACES.find((path) => existsSync(path)) ?? null;
}
