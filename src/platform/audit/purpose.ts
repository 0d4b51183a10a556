import { z } from 'zod';

/** What somebody wants personal data for, in words: one line that says something. Goes into the audit as it is. */
export const declaredPurpose = z
  .string()
  .trim()
  .min(5)
  .max(200)
  .regex(/^\P{C}*$/u, { error: '不得含有换行或控制字符' });
