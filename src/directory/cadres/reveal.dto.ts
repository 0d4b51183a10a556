import { z } from 'zod';
import { declaredPurpose } from '../../platform/audit/index.js';

/** For what an ID number may be shown in full, as the person who asks declares it. */
export const REVEAL_PURPOSES = {
  'identity-check': '核对身份',
  'archive-review': '干部档案审核',
  'personal-matters-check': '个人有关事项核查',
  'discipline-opinion': '征求纪检监察机关意见',
  'appointment-document': '制作任免审批表或任职文件',
  'lawful-request': '依法查询、协查',
} as const;
export type RevealPurpose = keyof typeof REVEAL_PURPOSES;

const kinds = Object.keys(REVEAL_PURPOSES) as [RevealPurpose, ...RevealPurpose[]];

export const revealBody = z
  .strictObject({
    kind: z.enum(kinds).meta({
      description: Object.entries(REVEAL_PURPOSES)
        .map(([kind, label]) => `${kind} ${label}`)
        .join('；'),
    }),
    purpose: declaredPurpose.meta({ description: '具体用途，记入审计', example: '与档案核对出生年月' }),
  })
  .meta({ id: 'IdNumberRequest' });
export type RevealBody = z.infer<typeof revealBody>;

export const revealedView = z
  .object({ code: z.string(), idNumber: z.string().meta({ example: '150402198609300016' }) })
  .meta({ id: 'RevealedIdNumber' });
export type RevealedView = z.infer<typeof revealedView>;
