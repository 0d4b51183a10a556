import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = resolve('.');
const WEB = join(ROOT, 'web', 'src');

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    // Types that are made from the OpenAPI document are nobody's to read or to shorten.
    return /(?<!\.spec|\.d)\.tsx?$/.test(name) ? [path] : [];
  });
}

/** What a file names in its imports, from the root of the project; packages are left out. */
function targetsOf(path: string): string[] {
  const found = [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)];
  return found.map(([, target]) => relative(ROOT, resolve(path, '..', target ?? '')).replaceAll('\\', '/'));
}

/** Height of a room: imports point down. */
const HEIGHT: Readonly<Record<string, number>> = {
  api: 0,
  ui: 1,
  account: 2,
  admin: 2,
  directory: 2,
  help: 2,
  situation: 2,
  workflows: 2,
  desk: 3,
  app: 4,
};
const roomOf = (path: string): string => path.split('/')[2] ?? '';

/** Who is signed in, how to get elsewhere, and the words: needed everywhere. */
const FOR_EVERYBODY = /^web\/src\/(app\/(current-session|router|role-labels)|ui\/t)\.js$/;

describe('the rooms of the desk', () => {
  const files = filesIn(WEB).map((path) => ({ path: relative(ROOT, path), targets: targetsOf(path) }));
  const offences = (isWrong: (path: string, target: string) => boolean): string[] =>
    files.flatMap(({ path, targets }) =>
      targets.filter((target) => isWrong(path, target)).map((target) => `${path} → ${target}`),
    );

  it('take the law from its door alone, and nothing from the server', () => {
    const outside = offences((_, target) => !target.startsWith('web/') && target !== 'machines/rules/index.js');
    expect(outside).toEqual([]);
  });

  it('import downwards', () => {
    const wrong = offences((path, target) => {
      const [from, to] = [HEIGHT[roomOf(path)], HEIGHT[roomOf(target)]];
      return from !== undefined && to !== undefined && to > from && !FOR_EVERYBODY.test(target);
    });
    expect(wrong).toEqual([]);
  });

  it('keep to 250 lines a file', () => {
    const long = files.filter(({ path }) => readFileSync(join(ROOT, path), 'utf8').split('\n').length > 251);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('were found at all', () => {
    expect(files.length).toBeGreaterThan(50);
    const routes = files.find(({ path }) => path === 'web/src/app/routes/desk-routes.tsx');
    expect(routes?.targets).toContain('web/src/desk/desk-page.js');
  });
});
