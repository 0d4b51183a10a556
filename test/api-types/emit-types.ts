/*
 * TypeScript from the OpenAPI document, for the desk: what each call answers, takes and can be asked with. The generators there
 * are work through the programming interface of TypeScript 5, which the compiler in use does not have (docs/decisions/0044).
 */

export interface Schema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  nullable?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema | boolean;
  prefixItems?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  $ref?: string;
}

const PLAIN: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};
const ANYTHING = 'unknown';
const NAME = /^[A-Za-z_$][\w$]*$/;

const quoted = (text: string): string => (NAME.test(text) ? text : `'${text.replaceAll("'", "\\'")}'`);
const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : `${value as number}`;
const either = (types: string[]): string => {
  const different = [...new Set(types)];
  return different.includes(ANYTHING) ? ANYTHING : different.join(' | ');
};

/** One type as it is written. @param named schemas of the document, by what refers to them */
export function typeOf(schema: Schema | boolean | undefined, named: Readonly<Record<string, Schema>>): string {
  if (schema === undefined || typeof schema === 'boolean') return ANYTHING;
  const written = writtenOf(schema, named);
  return schema.nullable === true ? either([written, 'null']) : written;
}

function writtenOf(schema: Schema, named: Readonly<Record<string, Schema>>): string {
  if (schema.$ref !== undefined) return refOf(schema.$ref, named);
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum !== undefined) return either(schema.enum.map(literal));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return either(choices.map((choice) => typeOf(choice, named)));
  if (schema.allOf !== undefined) return schema.allOf.map((part) => `(${typeOf(part, named)})`).join(' & ');
  if (Array.isArray(schema.type)) return either(schema.type.map((type) => writtenOf({ ...schema, type }, named)));
  if (schema.type === 'array') return arrayOf(schema, named);
  if (schema.type === 'object' || schema.properties !== undefined) return objectOf(schema, named);
  return PLAIN[schema.type ?? ''] ?? ANYTHING;
}

/** Any JSON value, which refers to itself: for the reader to look into. */
export const isNameless = (name: string): boolean => name.startsWith('__');

function refOf(ref: string, named: Readonly<Record<string, Schema>>): string {
  const name = /^#\/components\/schemas\/(\w+)$/.exec(ref)?.[1];
  return name === undefined || named[name] === undefined || isNameless(name) ? ANYTHING : `Schemas['${name}']`;
}

function arrayOf({ items, prefixItems }: Schema, named: Readonly<Record<string, Schema>>): string {
  if (prefixItems !== undefined) return `[${prefixItems.map((item) => typeOf(item, named)).join(', ')}]`;
  return `(${typeOf(items, named)})[]`;
}

function objectOf(schema: Schema, named: Readonly<Record<string, Schema>>): string {
  const { properties = {}, required = [], additionalProperties } = schema;
  const fields = Object.entries(properties).map(([name, field]) => {
    const mark = required.includes(name) ? '' : '?';
    return `${quoted(name)}${mark}: ${typeOf(field, named)}${mark === '' ? '' : ' | undefined'};`;
  });
  if (fields.length > 0) return `{ ${fields.join(' ')} }`;
  return `Record<string, ${typeof additionalProperties === 'object' ? typeOf(additionalProperties, named) : ANYTHING}>`;
}
