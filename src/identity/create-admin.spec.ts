import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { readPassword } from './create-admin.js';

describe('readPassword', () => {
  const read = (text: string) => {
    const input = new PassThrough();
    const output = new PassThrough();
    input.end(text);
    return readPassword(input as unknown as NodeJS.ReadStream, output as unknown as NodeJS.WriteStream);
  };

  it.each([
    ['the first line of standard input', 'Another-Horse-2\nmore\n', 'Another-Horse-2'],
    ['a line without an end', 'Another-Horse-2', 'Another-Horse-2'],
    ['blanks as they are', ' a b \n', ' a b '],
    ['nothing when nothing is there', '', ''],
  ])('takes %s', async (_, text, password) => {
    expect(await read(text)).toBe(password);
  });
});
