import { type CustomTypesConfig, types } from 'pg';

type Parser = (text: string) => unknown;

const OID = { int8: 20, date: 1082, int8Array: 1016, dateArray: 1182, textArray: 1009 };

// The declarations know the built-in types by an enumeration that leaves out arrays.
const builtIn = types.getTypeParser as (oid: number, format?: 'text' | 'binary') => Parser;

const textArray = builtIn(OID.textArray) as (text: string) => (string | null)[];

const own = new Map<number, Parser>([
  [OID.int8, safeInteger],
  [OID.date, (text) => text],
  [OID.int8Array, (text) => textArray(text).map((item) => (item === null ? null : safeInteger(item)))],
  [OID.dateArray, textArray],
]);

/**
 * How column values arrive: `date` as 'YYYY-MM-DD' text (a JavaScript Date would move it by the time zone), `bigint` as
 * a number, `numeric` as exact text, `timestamptz` as a Date.
 */
export const parsedTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    own.get(oid) ?? builtIn(oid, format)) as CustomTypesConfig['getTypeParser'],
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is too large for a number: select it as text`);
  return value;
}
