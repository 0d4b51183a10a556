import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  type AppointmentMode,
  type Day,
  type GateResult,
  isYoung,
  type ItemKind,
  type Policy,
} from '../../../machines/rules/index.js';
import { type Dossier, loadMembers, loadPeople, type NamedPerson, readDossiers } from '../../directory/index.js';
import { Clock, Db } from '../../platform/index.js';
import { readDocument } from '../approval-form/index.js';
import { FormStore } from '../storing/form-store.js';
import { type CaseFacts, type CaseLine, type CaseOpinions, NO_OPINIONS } from './case-facts.js';

/** An item as a case keeps it. */
export interface ItemOfCase {
  cadre: string;
  appointTo?: string | null;
  removeFrom?: string | null;
  kind: ItemKind;
  mode: AppointmentMode;
  note?: string;
}

export interface CaseQuestion {
  title: string;
  reason: string;
  unit: { code: string; name: string };
  items: readonly ItemOfCase[];
  gate: GateResult | null;
  policy: Policy;
  opinions?: CaseOpinions;
  /** Null before. */
  submittedOn?: Day | null;
  /** Null before; new posts are held from this day. */
  decidedOn?: Day | null;
}

const FORTY = { rule: 'below', years: 40 } as const;

/** Reads what the forms of a case say about its people. Whether the caller may read the case was asked before. */
@Injectable()
export class CaseFactsLoader {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FormStore) private readonly store: FormStore,
  ) {}

  async load(question: CaseQuestion): Promise<CaseFacts> {
    const { title, reason, unit, items, gate, policy, opinions = NO_OPINIONS } = question;
    const { reportedOn, asOf } = this.daysOf(question);
    const { people, posts } = await loadPeople(this.db, {
      cadres: items.map(({ cadre }) => cadre),
      posts: items.flatMap(({ appointTo, removeFrom }) => [appointTo ?? [], removeFrom ?? []].flat()),
    });
    const dossiers = new Map((await readDossiers(this.db, [...people.keys()])).map((one) => [one.cadre, one]));
    const lines: CaseLine[] = [];
    for (const item of items) {
      const person = people.get(item.cadre);
      if (person === undefined) continue;
      const { kind, mode, note = '' } = item;
      const appointTo = posts.get(item.appointTo ?? '') ?? null;
      const removeFrom = posts.get(item.removeFrom ?? '') ?? null;
      lines.push({
        person,
        appointTo,
        removeFrom,
        kind,
        mode,
        note,
        ...(await this.fromForm(person, dossiers.get(item.cadre))),
      });
    }
    const touched = new Set(
      lines.flatMap(({ appointTo, removeFrom }) => [appointTo?.team ?? [], removeFrom?.team ?? []].flat()),
    );
    const isUnderForty: CaseFacts['isUnderForty'] = (birth) => isYoung(birth, reportedOn, FORTY, policy.age.yearsAdded);
    return {
      title,
      reason,
      unit,
      reportedOn,
      asOf,
      receiving: policy.notice.receiving,
      lines,
      gate,
      opinions,
      isUnderForty,
      ...(await loadMembers(this.db, [...touched], reportedOn < asOf ? reportedOn : asOf)),
    };
  }

  /** What is decided takes effect on the day of the decision: until the day before everybody sits where he sat. */
  private daysOf({ submittedOn = null, decidedOn = null }: CaseQuestion): Pick<CaseFacts, 'reportedOn' | 'asOf'> {
    const today = this.clock.today();
    return { reportedOn: submittedOn ?? today, asOf: decidedOn === null ? today : addDays(decidedOn, -1) };
  }

  /** What the directory does not know and an imported approval form or the dossier does. */
  private async fromForm(
    person: NamedPerson,
    dossier: Dossier | undefined,
  ): Promise<Pick<CaseLine, 'nativePlace' | 'fullTimeEducation' | 'fullTimeDegree' | 'inServiceDegree'>> {
    const stored = await this.store.latest(this.db, person.id);
    const form = stored === null ? null : readDocument(stored.document, this.clock.today()).read?.form;
    const degreeOf = (way: 'full-time' | 'in-service'): string =>
      dossier?.educations.findLast(({ mode }) => mode === way)?.degree ?? '';
    return {
      fullTimeDegree: form?.fullTime.degree || degreeOf('full-time'),
      inServiceDegree: form?.inService.degree || degreeOf('in-service'),
      nativePlace: form?.nativePlace || (dossier?.particulars?.nativePlace ?? ''),
      fullTimeEducation: form?.fullTime.diploma || (person.fullTimeEducation ?? ''),
    };
  }
}
