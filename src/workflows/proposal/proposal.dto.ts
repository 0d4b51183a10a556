import { z } from 'zod';
import { caseView } from '../../engine/index.js';
import { gateResultView } from '../../gate/index.js';

const promise = z.object({
  proposal: z.int().meta({ description: '在哪件动议中承诺' }),
  count: z.int().meta({ description: '再配备几名' }),
  byDay: z.iso.date(),
});

/** A proposal as its page needs it, for the API document. */
export const proposalView = caseView
  .extend({
    gate: gateResultView.nullable().meta({ description: '最近一次把关结论；未呈报过的为空' }),
    promises: z.array(promise).meta({ description: '本单位此前的配备承诺，新的在前' }),
  })
  .meta({ id: 'Proposal' });
