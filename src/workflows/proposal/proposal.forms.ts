import type { ProposalContext, ProposalPayloads } from '../../../machines/proposal/index.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Download } from '../../documents/index.js';
import { type Caller, CasesService, type CaseView, SettingsService } from '../../engine/index.js';
import {
  appointmentDocument,
  type CaseFacts,
  CaseFactsLoader,
  type CaseForm,
  type CaseOpinions,
  chineseDay,
  exceptionalWords,
  type FormOffer,
  headcountPreReview,
  loadOpinions,
  offersOf,
  type OpinionStep,
  printForm,
  proposalList,
  publicNotice,
  votingResult,
  votingSheet,
  youngCadrePreReview,
} from '../../forms/index.js';
import { readLastGate } from '../../gate/index.js';
import { Db } from '../../platform/index.js';

interface ProposalFacts {
  of: CaseFacts;
  context: ProposalContext;
  view: CaseView;
  vote: ProposalPayloads['RECORD_DELIBERATION'] | null;
}

const judged = ({ of }: Pick<ProposalFacts, 'of'>): string | null =>
  of.gate === null ? '动议呈报后才有研判结果。' : null;
const named = ({ of }: ProposalFacts): string | null => (of.lines.length === 0 ? '动议没有任何拟任免事项。' : null);

/** @source handbook §3.2 */
export const HEADCOUNT_FORM: CaseForm<Pick<ProposalFacts, 'of'>> = {
  name: 'headcount-pre-review',
  title: '干部职数配备预审单',
  missing: judged,
  compose: ({ of }) => headcountPreReview(of),
};

/** Past the filing: what is left is to issue the document, or it has been issued. */
const ISSUABLE = /^(filed|appointed|probation|confirmed|relieved|archived)/u;

/** In the order in which a proposal comes to need them. @source handbook §3.2 */
export const PROPOSAL_FORMS: readonly CaseForm<ProposalFacts>[] = [
  { name: 'proposal-list', title: '动议干部名单', missing: named, compose: ({ of }) => proposalList(of) },
  HEADCOUNT_FORM,
  {
    name: 'young-cadre-pre-review',
    title: '青年干部选配专项预审表',
    missing: judged,
    compose: ({ of }) => youngCadrePreReview(of),
  },
  {
    name: 'voting-sheet',
    title: '干部任免表决单',
    missing: ({ context }) => (context.inspection === null ? '考察完成后才能表决。' : null),
    compose: ({ of }) => votingSheet(of),
  },
  {
    name: 'voting-result',
    title: '干部任免表决结果',
    missing: ({ vote }) => (vote === null ? '尚未登记讨论决定。' : null),
    compose: ({ of, vote }) => votingResult(of, vote!),
  },
  {
    name: 'public-notice',
    title: '任前公示',
    missing: (facts) => {
      if (facts.context.decidedOn === null) return '党委（党组）讨论决定后才能公示。';
      return facts.of.lines.some(({ appointTo }) => appointTo !== null) ? null : '本次动议没有拟任职人员。';
    },
    compose: ({ of, context }) => publicNotice(of, { period: context.notice, exceptional: exceptionalWords(context) }),
  },
  {
    name: 'appointment-document',
    title: '任职文件',
    missing: ({ view }) => (ISSUABLE.test(view.statePath) ? null : '备案通过后才能发文。'),
    compose: ({ of, context: { appointment, decidedOn } }) =>
      appointmentDocument(of, {
        documentNo: appointment?.documentNo ?? null,
        documentDay: appointment?.documentDay ?? null,
        decidedOn,
      }),
  },
];

const OPINION_STEPS = ['HEADCOUNT_REVIEW', 'YOUNG_CADRE_REVIEW', 'APPROVE_OVERRIDE'];
const RESULTS = { passed: '审核通过。', failed: '审核未通过。', unknown: '无法认定。' } as const;

/** Opinions of reviews that still stand: an edited proposal has none. @source handbook §3.2 */
function opinionsOf({ reviews, override, justification }: ProposalContext, steps: OpinionStep[]): CaseOpinions {
  const last = (type: string, result: string): CaseOpinions['approval'] => {
    const step = steps.find((candidate) => candidate.type === type);
    return step === undefined ? null : { text: step.payload.opinion || result, by: step.by, on: step.on };
  };
  const promised = justification?.accepted === true ? justification.commitment : null;
  return {
    headcount: reviews.headcount && last('HEADCOUNT_REVIEW', RESULTS[reviews.headcount]),
    youngCadre: reviews.youngCadre && last('YOUNG_CADRE_REVIEW', RESULTS[reviews.youngCadre]),
    approval: override?.approved === true ? last('APPROVE_OVERRIDE', '同意。') : null,
    followUp: promised === null ? '' : `承诺于${chineseDay(promised.byDay)}前增配年轻干部${promised.count}名。`,
  };
}

/** What can be printed of a proposal, by whoever may read it. */
@Injectable()
export class ProposalForms {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CasesService) private readonly cases: CasesService,
    @Inject(SettingsService) private readonly settings: SettingsService,
    @Inject(CaseFactsLoader) private readonly loader: CaseFactsLoader,
  ) {}

  async list(id: number, caller: Caller): Promise<FormOffer[]> {
    return offersOf(PROPOSAL_FORMS, await this.facts(id, caller));
  }

  async print(id: number, name: string, caller: Caller): Promise<Download> {
    const facts = await this.facts(id, caller);
    return printForm(PROPOSAL_FORMS, name, facts, { unit: facts.of.unit.name, id });
  }

  /** Whether the caller may see the case is asked first. */
  private async facts(id: number, caller: Caller): Promise<ProposalFacts> {
    const view = await this.cases.get('proposal', id, caller);
    const context = view.context as ProposalContext;
    const { policy } = await this.settings.current(this.db);
    const gate = await readLastGate(this.db, 'proposal', id);
    const { title, reason, items, submittedOn, decidedOn } = context;
    const opinions = opinionsOf(context, await loadOpinions(this.db, 'proposal', id, OPINION_STEPS));
    const of = await this.loader.load({
      title,
      reason,
      unit: view.unit,
      items,
      gate,
      policy,
      opinions,
      submittedOn,
      decidedOn,
    });
    return { of, context, view, vote: context.deliberation === null ? null : await this.lastVote(id) };
  }

  private async lastVote(id: number): Promise<ProposalFacts['vote']> {
    const { rows } = await this.db.query<{ payload: ProposalPayloads['RECORD_DELIBERATION'] }>(
      'proposal.last-vote',
      `SELECT payload FROM case_event WHERE workflow = 'proposal' AND case_id = $1 AND type = 'RECORD_DELIBERATION'
       ORDER BY version DESC LIMIT 1`,
      [id],
    );
    return rows[0]?.payload ?? null;
  }
}
