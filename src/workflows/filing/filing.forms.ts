import { Inject, Injectable } from '@nestjs/common';
import type { FilingContext, Section } from '../../../machines/filing/index.js';
import type { Download } from '../../documents/index.js';
import { AttachmentsService, type Caller, CasesService, SettingsService } from '../../engine/index.js';
import {
  type CaseFacts,
  CaseFactsLoader,
  type CaseForm,
  type CaseOpinions,
  filingAttachments,
  filingReport,
  type FormOffer,
  headcountPreReview,
  loadOpinions,
  NO_OPINIONS,
  offersOf,
  type OpinionStep,
  printForm,
  type ProcedureRecord,
  readProcedure,
  youngCadrePreReview,
} from '../../forms/index.js';
import { readLastGate } from '../../gate/index.js';
import { Db } from '../../platform/index.js';

interface FilingFacts {
  of: CaseFacts;
  context: FilingContext;
  attachments: string[];
  procedure: ProcedureRecord;
}

const judged = ({ of }: FilingFacts): string | null => (of.gate === null ? '还没有研判结果。' : null);

/** @source handbook §1.7, §3.2 */
export const FILING_FORMS: readonly CaseForm<FilingFacts>[] = [
  {
    name: 'filing-report',
    title: '备案报告',
    missing: ({ of }) => (of.lines.length === 0 ? '没有报送备案的任免事项。' : null),
    compose: ({ of, context, ...beside }) => filingReport(of, { ...context, ...beside }),
  },
  {
    name: 'filing-attachments',
    title: '备案报告附件',
    missing: ({ of, procedure }) =>
      of.lines.length === 0
        ? '没有报送备案的任免事项。'
        : of.gate === null && procedure.deliberation === null
          ? '还没有可以附上的材料。'
          : null,
    compose: ({ of, procedure }) => filingAttachments(of, procedure),
  },
  {
    name: 'headcount-pre-review',
    title: '干部职数配备预审单',
    missing: judged,
    compose: ({ of }) => headcountPreReview(of),
  },
  {
    name: 'young-cadre-pre-review',
    title: '青年干部选配专项预审表',
    missing: judged,
    compose: ({ of }) => youngCadrePreReview(of),
  },
];

const RESULTS = { agree: '同意备案。', disagree: '不同意备案。' } as const;

/** What the two sections wrote, as long as it stands. */
function opinionsOf({ reviews }: FilingContext, steps: OpinionStep[]): CaseOpinions {
  const last = (section: Section): CaseOpinions['headcount'] => {
    const review = reviews[section];
    const step = steps.find(({ payload }) => payload.section === section);
    if (review === null || step === undefined) return null;
    return { text: step.payload.opinion || RESULTS[review.result], by: step.by, on: step.on };
  };
  return { ...NO_OPINIONS, headcount: last('supervision'), youngCadre: last('youngCadre') };
}

/** What can be printed of a filing, by whoever may read it. */
@Injectable()
export class FilingForms {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CasesService) private readonly cases: CasesService,
    @Inject(SettingsService) private readonly settings: SettingsService,
    @Inject(AttachmentsService) private readonly attachments: AttachmentsService,
    @Inject(CaseFactsLoader) private readonly loader: CaseFactsLoader,
  ) {}

  async list(id: number, caller: Caller): Promise<FormOffer[]> {
    return offersOf(FILING_FORMS, await this.facts(id, caller));
  }

  async print(id: number, name: string, caller: Caller): Promise<Download> {
    const facts = await this.facts(id, caller);
    return printForm(FILING_FORMS, name, facts, { unit: facts.of.unit.name, id });
  }

  /** Whether the caller may see the case is asked first. The gate of the filing counts, before it that of the proposal. */
  private async facts(id: number, caller: Caller): Promise<FilingFacts> {
    const view = await this.cases.get('filing', id, caller);
    const context = view.context as FilingContext;
    const { policy } = await this.settings.current(this.db);
    const gate =
      (await readLastGate(this.db, 'filing', id)) ?? (await readLastGate(this.db, 'proposal', context.proposal));
    const opinions = opinionsOf(context, await loadOpinions(this.db, 'filing', id, ['RECORD_REVIEW']));
    const { cleared: items, filedOn: submittedOn, decidedOn } = context;
    const question = { title: '', reason: '', unit: view.unit, items, gate, policy, opinions, submittedOn, decidedOn };
    const files = await this.attachments.list('filing', id, caller);
    return {
      of: await this.loader.load(question),
      context,
      attachments: files.map(({ name }) => name),
      procedure: await readProcedure(this.db, context.proposal),
    };
  }
}
