import { Inject, Injectable } from '@nestjs/common';
import {
  type AppointmentMode,
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

  async load({ title, reason, unit, items, gate, policy, opinions = NO_OPINIONS }: CaseQuestion): Promise<CaseFacts> {
    const today = this.clock.today();
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
    const isUnderForty: CaseFacts['isUnderForty'] = (birth) => isYoung(birth, today, FORTY, policy.age.yearsAdded);
    return {
      title,
      reason,
      unit,
      today,
      lines,
      gate,
      opinions,
      isUnderForty,
      ...(await loadMembers(this.db, [...touched], today)),
    };
  }

  /** What the directory does not know and an imported approval form or the dossier does. */
  private async fromForm(
    person: NamedPerson,
    dossier: Dossier | undefined,
  ): Promise<Pick<CaseLine, 'nativePlace' | 'fullTimeEducation'>> {
    const stored = await this.store.latest(this.db, person.id);
    const form = stored === null ? null : readDocument(stored.document, this.clock.today()).read?.form;
    return {
      nativePlace: form?.nativePlace || (dossier?.particulars?.nativePlace ?? ''),
      fullTimeEducation: form?.fullTime.diploma || (person.fullTimeEducation ?? ''),
    };
  }
}
