import { z } from 'zod';

export const casePlural = z
  .string()
  .regex(/^[a-z][a-z_]*s$/)
  .meta({ description: '流程的路径，如 proposals', example: 'proposals' });
export const caseId = z.coerce.number().pipe(z.int().positive()).meta({ description: '事项编号' });

export const copyBody = z.strictObject({
  users: z.array(z.int().positive()).min(1).max(50).meta({ description: '抄送给谁（用户编号），须能看到此事项' }),
});
export type CopyBody = z.infer<typeof copyBody>;

export const copyList = z
  .object({
    items: z.array(
      z.object({
        user: z.object({ id: z.int(), name: z.string() }),
        sentBy: z.object({ id: z.int(), name: z.string() }),
        sentAt: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'CopyList' });
export type CopyList = z.infer<typeof copyList>;
