import { z } from 'zod';

export const approvalFormQuery = z.strictObject({
  format: z.enum(['lrmx', 'docx', 'pdf']).default('lrmx'),
  proposal: z.coerce.number().pipe(z.int().positive()).optional().meta({ description: '以此动议填写拟任、拟免职务' }),
});
export type ApprovalFormQuery = z.infer<typeof approvalFormQuery>;
