import { z } from 'zod';

/** One line of text as a person types it. Control characters are refused: the database cannot store all of them. */
export function plainText(min: number, max: number) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^\P{Cc}*$/u, { error: '不能包含控制字符' });
}
