import { Inject, Injectable } from '@nestjs/common';
import type { JsonObject } from '../../../../machines/kernel/index.js';
import type { ProposalContext } from '../../../../machines/proposal/index.js';
import type { GateResult } from '../../../../machines/rules/index.js';
import { fullPostName, loadPeople } from '../../../directory/index.js';
import type { Download } from '../../../documents/index.js';
import {
  type Caller,
  type caseShapes,
  Engine,
  type NarrowCase,
  NarrowCasesService,
  SettingsService,
  type LabelledResult,
} from '../../../engine/index.js';
import { CaseFactsLoader, type FormOffer, NO_OPINIONS, offersOf, printForm } from '../../../forms/index.js';
import { readLastGate } from '../../../gate/index.js';
import { Db, RefusalError } from '../../../platform/index.js';
import { HEADCOUNT_FORM } from '../proposal.forms.js';
import { type Answer, answerOf, REVIEW_LABELS, sheetEntry, standingOf, summaryOf } from './headcount-face.js';

const WORKFLOW = 'proposal';
const STEPS = ['HEADCOUNT_REVIEW'];

/** The headcount pre-review 职数预审 as the establishment office 编办 sees it: the numbers of each team, the posts to be filled, its own answers. */
@Injectable()
export class HeadcountReviewService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Engine) private readonly engine: Engine,
    @Inject(NarrowCasesService) private readonly cases: NarrowCasesService,
    @Inject(CaseFactsLoader) private readonly loader: CaseFactsLoader,
    @Inject(SettingsService) private readonly settings: SettingsService,
  ) {}

  async list({ state, mine, done, ...query }: caseShapes.ListQuery, caller: Caller): Promise<caseShapes.CaseList> {
    const asked = state === undefined ? done : state !== 'pending';
    if (mine === true) return { items: [], next: null, total: 0, totalIsCapped: false };
    const { rows, total, mostCounted } = await this.cases.list(WORKFLOW, { ...query, done: asked }, caller);
    const shown = rows.slice(0, query.limit);
    const items = await Promise.all(shown.map(async (found) => summaryOf(found, await this.answer(found))));
    const next = rows.length > query.limit ? (items.at(-1)?.id ?? null) : null;
    return { items, next, total: Math.min(total, mostCounted), totalIsCapped: total > mostCounted };
  }

  async get(id: number, caller: Caller): Promise<caseShapes.CaseView> {
    const found = await this.cases.find(WORKFLOW, id, caller);
    const answer = await this.answer(found);
    const actions = this.cases.actions(WORKFLOW, found, caller).map(({ payload: _schema, ...action }) => action);
    return {
      ...summaryOf(found, answer),
      context: { unit: found.unit.code, ...(await this.sheet(found, answer)) },
      machineRevision: found.machineRevision,
      deadlines: await this.cases.deadlines(WORKFLOW, found),
      actions: found.waits ? actions : [],
    };
  }

  async actions(id: number, caller: Caller): Promise<caseShapes.ActionWithSchema[]> {
    const found = await this.cases.find(WORKFLOW, id, caller);
    if (!found.waits) return [];
    // A signature for another office says yes or no in so many words.
    const actions = this.cases.actions(WORKFLOW, found, caller);
    return actions.map((action) => ({ ...action, payload: { ...action.payload, required: ['agree'] } }));
  }

  /** Who signed, when and how; what the department itself wrote there is not told. */
  async history(id: number, caller: Caller): Promise<caseShapes.HistoryEntry[]> {
    await this.cases.find(WORKFLOW, id, caller);
    return (await this.cases.history(WORKFLOW, id, STEPS)).map((entry) => sheetEntry(entry));
  }

  async send(id: number, command: caseShapes.EventBody, caller: Caller): Promise<LabelledResult> {
    const outcome = await this.engine.commit({ workflow: WORKFLOW, caseId: id, command, caller });
    if (!outcome.ok) {
      const { code, params } = outcome.refusal;
      if (code !== 'STALE_VERSION') throw new RefusalError(outcome.refusal);
      throw new RefusalError({ code, params: { ...params, current: await this.get(id, caller) } });
    }
    const answer = await this.answer(await this.cases.find(WORKFLOW, id, caller));
    const state = standingOf(false, answer);
    return { ...outcome.result, state, statePath: state, label: REVIEW_LABELS[state], done: true };
  }

  async forms(id: number, caller: Caller): Promise<FormOffer[]> {
    return offersOf([HEADCOUNT_FORM], await this.formFacts(await this.cases.find(WORKFLOW, id, caller)));
  }

  async print(id: number, name: string, caller: Caller): Promise<Download> {
    const found = await this.cases.find(WORKFLOW, id, caller);
    return printForm([HEADCOUNT_FORM], name, await this.formFacts(found), { unit: found.unit.name, id });
  }

  private async formFacts(found: NarrowCase): Promise<Parameters<typeof HEADCOUNT_FORM.compose>[0]> {
    const answer = await this.answer(found);
    const { items, submittedOn, decidedOn } = found.context as ProposalContext;
    const { policy } = await this.settings.current(this.db);
    const gate = await this.gate(found, answer);
    const question = { title: '', reason: '', unit: found.unit, items, gate, policy, submittedOn, decidedOn };
    const headcount = answer && {
      text: answer.opinion || REVIEW_LABELS[standingOf(false, answer)],
      by: answer.by,
      on: answer.on,
    };
    return { of: await this.loader.load({ ...question, opinions: { ...NO_OPINIONS, headcount } }) };
  }

  /** The numbers put to the office, and once it has answered, those it answered. */
  private async sheet(
    found: NarrowCase,
    answer: Answer | null,
  ): Promise<{ headcount: JsonObject[]; posts: string[]; answer: Answer | null }> {
    const { items, submittedOn } = found.context as ProposalContext;
    const gate = await this.gate(found, answer);
    // Back in the unit's hands, what it drafts anew is put to nobody yet.
    const codes = submittedOn === null ? [] : items.flatMap(({ appointTo }) => appointTo ?? []);
    const { posts } = await loadPeople(this.db, { cadres: [], posts: codes });
    const names = codes.flatMap((code) => posts.get(code) ?? []).map(fullPostName);
    return { headcount: (gate?.headcount ?? []).map((row) => ({ ...row })), posts: names, answer };
  }

  private async gate({ id, waits }: NarrowCase, answer: Answer | null): Promise<GateResult | null> {
    return waits || answer === null ? readLastGate(this.db, WORKFLOW, id) : readLastGate(this.db, WORKFLOW, id, STEPS);
  }

  /** The last answer that still stands: asked again, there is none. */
  private async answer({ id, waits }: NarrowCase): Promise<Answer | null> {
    if (waits) return null;
    const last = (await this.cases.history(WORKFLOW, id, STEPS)).at(-1);
    return last === undefined ? null : answerOf(last);
  }
}
