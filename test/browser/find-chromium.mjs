// Where a browser for the tests stands: CHROMIUM names one, else the usual places of a Linux machine are looked at.
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return PLACES.find((place) => existsSync(place)) ?? null;
}
