import { describe, expect, it } from '@jest/globals';
import {
  asSystem,
  asWorker,
  beginRequest,
  currentScope,
  limitRequestTo,
  runsAsWorker,
  setScope,
  withScope,
} from './scope.js';

describe('how far statements reach', () => {
  it.each([
    [[], ''],
    [['1.2'], '{1.2}'],
    [['3', '1.2', '3'], '{1.2,3}'],
    [['1.2', ''], '*'],
  ])('unit paths %j are told as %j', (paths, scope) => {
    expect(withScope(paths, currentScope)).toBe(scope);
    expect(setScope(scope)).toBe(`SET LOCAL qingpei.scope = '${scope}'`);
  });

  it.each([`{1}'; DROP TABLE unit; --`, '{1.}', '{}', '{nowhere}', '**', '1.2', '{1,*}', '{1.2\n}', "'"])(
    'tells the database nothing that is no list of paths: %j',
    (scope) => {
      expect(() => setScope(scope)).toThrow(/no list of unit paths/);
    },
  );

  it('says nothing outside', () => {
    expect(currentScope()).toBeUndefined();
  });

  it('goes with the work, also past waiting, and ends with it', async () => {
    const seen = await Promise.all([
      withScope(['1'], async () => {
        await new Promise(setImmediate);
        const within = await asSystem('test', async () => {
          await new Promise(setImmediate);
          return currentScope();
        });
        return [within, currentScope()];
      }),
      withScope(['2'], async () => {
        await new Promise(setImmediate);
        return [currentScope()];
      }),
    ]);
    expect(seen).toEqual([['*', '{1}'], ['{2}']]);
    expect(currentScope()).toBeUndefined();
  });

  it('keeps a job a job within its parts', () => {
    expect(asWorker('test', () => withScope(['1'], () => [currentScope(), runsAsWorker()]))).toEqual(['{1}', true]);
    expect(asSystem('test', runsAsWorker)).toBe(false);
  });

  it('a request reaches nothing until it is said how far, and no other request hears it', async () => {
    const request = (path: string): Promise<unknown[]> =>
      new Promise((resolve) => {
        beginRequest(null, null, () => {
          const before = currentScope();
          void (async () => {
            await new Promise(setImmediate);
            limitRequestTo([path]);
          })().then(() => resolve([before, currentScope()]));
        });
      });
    expect(await Promise.all([request('1'), request('2')])).toEqual([
      ['', '{1}'],
      ['', '{2}'],
    ]);
    expect(() => limitRequestTo(['1'])).toThrow(/no request is running/);
  });
});
