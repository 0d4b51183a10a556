import * as fc from 'fast-check';

/** As much of a JSON schema as the API document uses. */
export interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  nullable?: boolean;
}

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown;

/** Texts that have broken programs before. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\uffff',
  '\u202eexe.fdp',
  '﷽'.repeat(40),
  '👩‍👩‍👧‍👦',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A',
  '\r\nSet-Cookie: a=b',
  "'; DROP TABLE cadre; --",
  '") OR 1=1 --',
  '$1',
  '{"$ne":null}',
  '${7*7}{{7*7}}',
  '%s%n%x',
  '../../../../etc/passwd',
  '*.*{,5}',
  'a.b.c',
  '!@#%|&',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://x")',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '0x10',
  '９９９',
  '٣',
  '9223372036854775808',
  '2026-02-30',
  '0000-00-00',
  '+275760-09-13',
  'x'.repeat(20_000),
  '长'.repeat(5_000),
];

const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  [],
  {},
  0,
  -1,
  -0,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  { length: 1e9 },
  { toString: 1, valueOf: 2 },
  deep(40),
  deep(400),
  Array.from({ length: 3_000 }, (_, index) => index),
];

/** A text nobody ought to send. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...HOSTILE_VALUES),
  hostileText,
  fc.double(),
  fc.bigInt({ min: 2n ** 60n, max: 2n ** 70n }).map(Number),
);

const DAYS = ['2026-09-07', '2026-09-08', '2026-12-31', '1950-01-01', '2199-12-31', '9999-12-31', '0001-01-01'];
const DEEPEST = 5;

/** Makes values that mostly have the shape the document asks for, and now and then do not. */
export class FuzzValues {
  /**
   * @param schemas the document's named shapes
   * @param words texts that exist, so that requests get past the first check
   * @param hints texts that exist under the name of one field
   */
  constructor(
    private readonly schemas: Readonly<Record<string, Schema>>,
    private readonly words: readonly string[],
    private readonly hints: Readonly<Record<string, readonly string[]>>,
  ) {}

  value(schema: Schema, depth = 0, name = ''): fc.Arbitrary<unknown> {
    if (depth > DEEPEST) return hostile;
    return fc.oneof({ weight: 19, arbitrary: this.fitting(schema, depth, name) }, { weight: 1, arbitrary: hostile });
  }

  /** For a path or a query. */
  text(schema: Schema, name: string): fc.Arbitrary<string> {
    return fc.oneof(
      { weight: 8, arbitrary: this.fitting(schema, 0, name).map(String) },
      { weight: 1, arbitrary: fc.constantFrom(...this.words) },
      { weight: 1, arbitrary: hostileText },
    );
  }

  private fitting(schema: Schema, depth: number, name: string): fc.Arbitrary<unknown> {
    const named = schema.$ref === undefined ? undefined : this.schemas[schema.$ref.split('/').at(-1) ?? ''];
    if (named !== undefined) return this.fitting(named, depth, name);
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum !== undefined && schema.enum.length > 0) return fc.constantFrom(...schema.enum);
    const choices = schema.oneOf ?? schema.anyOf ?? schema.allOf;
    if (choices !== undefined) return fc.oneof(...choices.map((choice) => this.value(choice, depth + 1, name)));
    if (schema.type === 'object' || schema.properties !== undefined) return this.object(schema, depth);
    if (schema.type === 'array') return fc.array(this.value(schema.items ?? {}, depth + 1, name), { maxLength: 3 });
    return this.scalar(schema, name);
  }

  private scalar({ type, format }: Schema, name: string): fc.Arbitrary<unknown> {
    if (type === 'integer' || type === 'number')
      return fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 6 }) }, fc.integer());
    if (type === 'boolean') return fc.boolean();
    if (type !== 'string') return hostile;
    if (format === 'date') return fc.constantFrom(...DAYS);
    return fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...(this.hints[name] ?? this.words)) },
      { weight: 1, arbitrary: fc.uuid() },
      { weight: 1, arbitrary: hostileText },
    );
  }

  private object({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> {
    const fields = Object.fromEntries(
      Object.entries(properties).map(([field, schema]) => [field, this.value(schema, depth + 1, field)]),
    );
    const whole = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
    const odd = fc.record({ name: hostileText, value: hostile });
    return fc.oneof(
      { weight: 12, arbitrary: whole },
      { weight: 1, arbitrary: fc.tuple(whole, odd).map(([made, { name, value }]) => ({ ...made, [name]: value })) },
    );
  }
}
