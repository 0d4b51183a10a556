import type { ActionWithSchema, JsonSchema } from '../../../api/types.js';

export type Payload = Record<string, unknown>;

/** What a form starts with: today where a day is asked for, the only or harmless choice where there is one. */
export function initialPayload({ event, payload: schema }: ActionWithSchema, today: string): Payload {
  const properties = Object.entries(schema.properties ?? {});
  return Object.fromEntries(properties.map(([name, field]) => [name, initialOf(event, name, field, today)]));
}

function initialOf(event: string, name: string, field: JsonSchema, today: string): unknown {
  if (event.endsWith('_REVIEW') && name === 'result' && field.enum?.includes('unknown') === true) return 'unknown';
  if (field.format === 'date') return today;
  if (field.type === 'array') return [];
  return field.type === 'string' && field.enum === undefined ? '' : undefined;
}

/** The payload as it is sent: what was left empty is left out, texts lose their outer blanks. */
export function cleanPayload(payload: Payload): Payload {
  const kept = Object.entries(payload).flatMap(([name, value]): [string, unknown][] => {
    const tidy = tidyOf(value);
    return tidy === undefined || tidy === '' ? [] : [[name, tidy]];
  });
  return Object.fromEntries(kept);
}

function tidyOf(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(tidyOf).filter((entry) => entry !== '');
  return value;
}

/** Names of the fields that still have to be filled in. */
export function missingFields({ payload: schema, needsOpinion }: ActionWithSchema, payload: Payload): string[] {
  const clean = cleanPayload(payload);
  const required = [...(schema.required ?? []), ...(needsOpinion && schema.properties?.['opinion'] ? ['opinion'] : [])];
  return [...new Set(required)].filter((name) => {
    const value = clean[name];
    return value === undefined || (Array.isArray(value) && value.length === 0 && name !== 'votes');
  });
}

/** Longer than a date or a choice: words that somebody would miss. */
const WORTH_KEEPING = 4;

/** What somebody has written in words, for when the form cannot be sent. */
export function writtenIn(payload: Payload): string[] {
  const texts = Object.values(payload).filter((value): value is string => typeof value === 'string');
  return texts
    .map((text) => text.trim())
    .filter((text) => text.length >= WORTH_KEEPING && !/^[\x20-\x7e]+$/.test(text));
}
