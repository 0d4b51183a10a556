import { z } from 'zod';
import { ValidationError } from '../platform/index.js';

const place = z.tuple([z.iso.datetime(), z.string().max(60), z.int().positive()]);

/** Where a page ended: the moment it is sorted by, and what tells rows of one moment apart. */
export interface Place {
  at: string;
  workflow: string;
  id: number;
}

/** @returns the place as one opaque word */
export function cursorOf({ at, workflow, id }: Place): string {
  return Buffer.from(JSON.stringify([at, workflow, id])).toString('base64url');
}

/**
 * @param cursor what an earlier page gave
 * @refuses VALIDATION_FAILED - nothing this product has given
 */
export function placeIn(cursor: string): Place {
  const parsed = place.safeParse(parsedJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success) throw new ValidationError([{ path: 'cursor', message: '不是上一页给出的位置' }]);
  const [at, workflow, id] = parsed.data;
  return { at, workflow, id };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
