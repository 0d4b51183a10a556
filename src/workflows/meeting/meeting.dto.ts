import { z } from 'zod';
import type { AgendaFact } from '../../../machines/meeting/index.js';
import type { Rational } from '../../../machines/rules/index.js';
import { caseView } from '../../engine/index.js';
import { codeText } from '../../gate/index.js';
import type { SeatedMember } from './agenda.queries.js';

export const meetingId = z.coerce.number().pipe(z.int().positive()).meta({ description: '会议编号' });
export const proposalId = z.coerce.number().pipe(z.int().positive()).meta({ description: '动议编号' });

export const arrangeableQuery = z.strictObject({ unit: codeText.meta({ description: '单位编码' }) });
export type ArrangeableQuery = z.infer<typeof arrangeableQuery>;

const matter = z.object({ item: z.int(), cadre: z.string(), name: z.string(), change: z.string() });

export const arrangeableView = z.object({
  proposals: z.array(
    z.object({
      proposal: z.int(),
      title: z.string(),
      inspectedUntil: z.iso.date().nullable(),
      matters: z.array(matter),
    }),
  ),
  members: z.array(z.object({ cadre: z.string(), name: z.string(), post: z.string(), team: z.string() })),
});
export interface ArrangeableView {
  proposals: Pick<AgendaFact, 'proposal' | 'title' | 'inspectedUntil' | 'matters'>[];
  members: SeatedMember[];
}

export const ofProposalView = z.array(
  z.object({
    meeting: z.int(),
    day: z.iso.date(),
    body: z.string(),
    statePath: z.string(),
    label: z.string(),
    open: z.boolean().meta({ description: '本次会议仍将决定该动议' }),
    dropped: z.string().nullable().meta({ description: '撤下的原因' }),
    decision: z.string().nullable().meta({ description: '决定的登记情况' }),
    outcome: z.string().nullable(),
  }),
);
export type OfProposalView = z.infer<typeof ofProposalView>;

/** What the count goes by, beside the case. */
const share = z.object({ num: z.int(), den: z.int() });

/** A meeting as its page needs it, for the API document. */
export const meetingView = caseView
  .extend({
    quorum: z.object({
      presentShare: share.meta({ description: '到会须达应到人数的几分之几' }),
      passShareOfEntitled: share.meta({ description: '同意须超过应到人数的几分之几' }),
      needed: z.int().meta({ description: '至少到会几人' }),
    }),
  })
  .meta({ id: 'Meeting' });

export interface QuorumView {
  quorum: { presentShare: Rational; passShareOfEntitled: Rational; needed: number };
}
