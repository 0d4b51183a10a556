import { z } from 'zod';
import { type FilingEventType, RETURN_STEPS, SECTIONS } from '../../../machines/filing/index.js';
import { codeText, dayText, itemsSchema } from '../../gate/index.js';

/*
 * What each event of a filing asks for: shapes and lengths only. Whether it may happen, and whether what is said is
 * enough, is the machine's business, so an opinion that the policy demands is optional here.
 */

const opinion = z.string().trim().max(2000).optional().meta({ description: '意见', example: '同意备案。' });
const attachments = z.array(z.int().positive()).max(50).optional().meta({ description: '本备案附件编号' });
const withOpinion = z.strictObject({ opinion });
const userId = z.int().positive().meta({ description: '用户编号' });

const report = z.strictObject({
  decidedDay: dayText.meta({ description: '党委（党组）决定日期' }),
  documentNo: z.string().trim().min(1).max(100).nullish().meta({ description: '报告文号' }),
  items: itemsSchema.meta({ description: '决定的任免事项，须与通过动议关的一致' }),
  attachments,
});

/** As the proposal hands it over when the notice has ended; people do not open filings. */
const opening = z.strictObject({
  proposal: z.int().positive(),
  unit: codeText,
  // The proposal's own items, which carry a note beside what is filed.
  items: z.array(z.record(z.string(), z.json())),
  decidedOn: dayText,
  noticeEndDay: dayText,
  gate: z.record(z.string(), z.json()).nullable(),
});

/** A schema for every event of the machine. */
export const FILING_PAYLOADS = {
  CREATE: opening,
  SUBMIT_FILING: report,
  RECALL: withOpinion,
  ACCEPT_MATERIALS: withOpinion,
  REQUEST_SUPPLEMENT: z.strictObject({
    missing: z.array(z.string().trim().min(1).max(200)).min(1).max(50).meta({ description: '需补正的材料' }),
    opinion,
  }),
  SUPPLEMENT: z.strictObject({ opinion, attachments }),
  RECORD_REVIEW: z.strictObject({
    section: z.enum(SECTIONS).meta({ description: 'youngCadre 青年干部科，supervision 干部监督科' }),
    result: z.enum(['agree', 'disagree']),
    opinion,
  }),
  ACCEPT: withOpinion,
  ACCEPT_WITH_REMARKS: withOpinion,
  ORDER_CORRECTION: withOpinion,
  CORRECT: report,
  REJECT: withOpinion,
  RETURN: z.strictObject({ to: z.enum(RETURN_STEPS).meta({ description: '退回到的环节' }), opinion }),
  ARCHIVE: withOpinion,
  CANCEL: withOpinion,
  DEADLINE_PASSED: z.strictObject({ name: z.string() }),
  ADD_SIGNER: z.strictObject({
    userIds: z.array(userId).max(20),
    kind: z.enum(['countersign', 'added']).meta({ description: 'countersign 会签，added 加签' }),
  }),
  SIGN: z.strictObject({ agree: z.boolean(), opinion }),
  CANCEL_SIGNER: z.strictObject({ userId }),
} satisfies Record<FilingEventType, z.ZodType>;
