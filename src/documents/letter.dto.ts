import { z } from 'zod';

/** A signed-off letter as the calls answer it. */
export const storedLetterView = z
  .object({
    id: z.int(),
    documentNo: z.string().meta({ description: '发文字号' }),
    content: z.looseObject({ title: z.string(), addressee: z.string() }),
    hash: z.string().meta({ description: '内容的SM3校验值' }),
    issuedAt: z.iso.datetime(),
  })
  .meta({ id: 'StoredLetter' });
