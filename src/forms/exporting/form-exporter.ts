import { Inject, Injectable } from '@nestjs/common';
import { addDays, type Day } from '../../../machines/rules/index.js';
import {
  findRevealable,
  fullPostName,
  loadPeople,
  type NamedPerson,
  readDossiers,
  type RevealingCaller,
} from '../../directory/index.js';
import { DOCX_TYPE, renderForm } from '../../documents/index.js';
import { type Caller, CasesService } from '../../engine/index.js';
import { describeAct } from '../../platform/audit/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import { Clock, Db, refuse } from '../../platform/index.js';
import { childNamed, type FormChanges, readLrmx, textOf, writeLrmx } from '../approval-form/index.js';
import { type KnownParts, knownParts } from '../known/form-texts.js';
import { marksOf, newerFacts } from '../known/newer-facts.js';
import { FormStore, type StoredForm } from '../storing/form-store.js';
import { approvalFormPaper } from './approval-form-paper.js';
import { formOfDirectory } from './directory-form.js';
import type { ApprovalFormQuery } from './export.dto.js';

export interface ExportedFile {
  name: string;
  mediaType: string;
  content: Buffer;
}

/** As much of a proposal as a form repeats. */
interface ProposedItems {
  reason: string;
  items: { cadre: string; appointTo?: string | null; removeFrom?: string | null }[];
  decidedOn: Day | null;
}

/** What a proposal writes into a form, and the last day before it: what it decided is no post held yet. */
interface Proposed {
  changes: FormChanges;
  before: Day | null;
}

/** Approval forms out, with what a proposal proposes. */
@Injectable()
export class FormExporter {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FieldCipher) private readonly cipher: FieldCipher,
    @Inject(FormStore) private readonly store: FormStore,
    @Inject(CasesService) private readonly cases: CasesService,
  ) {}

  /**
   * The latest form of a person, with what the directory has learnt since it came in; one made from directory and dossier
   * where none was imported. Who took it and what for is on record before it leaves.
   *
   * @refuses NOT_FOUND - no such cadre within the units where the caller is reviewer or chief
   * @refuses CASE_NOT_FOUND, CADRE_NOT_IN_PROPOSAL
   */
  async export(code: string, query: ApprovalFormQuery, caller: Caller & RevealingCaller): Promise<ExportedFile> {
    const today = this.clock.today();
    const { changes, before }: Proposed =
      query.proposal === undefined ? { changes: {}, before: null } : await this.proposed(code, query.proposal, caller);
    const found = await this.db.transaction(async (tx) => {
      const { row, capacity } = await findRevealable(tx, caller, code);
      const found = (await loadPeople(tx, { cadres: [code] })).people.get(code) ?? refuse('NOT_FOUND', { code });
      const person = before === null ? found : asOn(found, before);
      const [dossier = null] = await readDossiers(tx, [code]);
      return { row, capacity, person, dossier, stored: await this.store.latest(tx, row.id) };
    });
    const { person, capacity, row, stored } = found;
    describeAct({
      ...capacityOf(capacity),
      action: `export approval form ${query.format}`,
    });
    const parts = knownParts(person, found.dossier, today);
    const idNumber = (): string | null => (row.cipher === null ? null : this.cipher.reveal(row.cipher));
    const file =
      stored === null
        ? writeLrmx(formOfDirectory(person, parts, idNumber(), today), null, changes)
        : this.continued(stored, person, parts, changes);
    return query.format === 'lrmx' ? lrmxFile(person, file) : this.paper(person, file, today);
  }

  /** The form as it came, with what the directory has learnt since and what is proposed. */
  private continued(stored: StoredForm, person: NamedPerson, parts: KnownParts, proposed: FormChanges): Buffer {
    const { document, photo, marks: before } = stored;
    const { ChengBaoDanWei, ...others } = proposed;
    // Who hands the form in is the form's own to say, where it says anything.
    const isSaid = textOf(childNamed(document.root, 'ChengBaoDanWei')).trim() !== '';
    const changes = isSaid || ChengBaoDanWei === undefined ? others : { ...others, ChengBaoDanWei };
    if (before === null) return writeLrmx(document, photo, changes);
    const now = marksOf(parts, (text) => this.store.hashOf(text));
    const { texts, family } = newerFacts(
      parts,
      { before, now },
      {
        person,
        resume: textOf(childNamed(document.root, 'JianLi')),
        importedOn: stored.importedOn,
        today: this.clock.today(),
      },
    );
    return writeLrmx(document, photo, { ...texts, ...changes }, family);
  }

  private async paper(person: NamedPerson, file: Buffer, today: Day): Promise<ExportedFile> {
    const { read, faults } = readLrmx(file, today);
    if (read === null) throw new Error(`a stored form cannot be read: ${faults.map(({ code }) => code).join(', ')}`);
    const content = await renderForm(approvalFormPaper(read.form, read.photo, today));
    return { name: `${person.name}任免审批表.docx`, mediaType: DOCX_TYPE, content };
  }

  /** The photo of a person's latest form. @refuses PHOTO_NOT_ON_FILE */
  async photo(code: string, caller: RevealingCaller): Promise<ExportedFile> {
    const content = await this.db.transaction(async (tx) => {
      const { row, capacity } = await findRevealable(tx, caller, code);
      describeAct({ ...capacityOf(capacity), action: 'export photo' });
      return (await this.store.latest(tx, row.id))?.photo ?? refuse('PHOTO_NOT_ON_FILE', { code });
    });
    return { name: `${code}.jpg`, mediaType: 'image/jpeg', content };
  }

  /** 拟任 and 拟免 from the proposal's items about this person, and the unit that proposes as 呈报单位. */
  private async proposed(code: string, proposal: number, caller: Caller): Promise<Proposed> {
    const view = await this.cases.get('proposal', proposal, caller);
    const { items, reason, decidedOn } = view.context as unknown as ProposedItems;
    const own = items.filter(({ cadre }) => cadre === code);
    if (own.length === 0) return refuse('CADRE_NOT_IN_PROPOSAL', { code, proposal });
    const appointed = own.flatMap(({ appointTo }) => appointTo ?? []);
    const removed = own.flatMap(({ removeFrom }) => removeFrom ?? []);
    const { posts } = await loadPeople(this.db, { cadres: [], posts: [...appointed, ...removed] });
    const named = (codes: string[]): string =>
      codes.map((post) => (posts.has(post) ? fullPostName(posts.get(post)!) : post)).join('、');
    return {
      changes: {
        NiRenZhiWu: named(appointed),
        NiMianZhiWu: named(removed),
        RenMianLiYou: reason,
        ChengBaoDanWei: view.unit.name,
      },
      before: decidedOn === null ? null : addDays(decidedOn, -1),
    };
  }
}

/** A person as on a day: what began later has not begun, and what ended later goes on. */
const asOn = (person: NamedPerson, day: Day): NamedPerson => ({
  ...person,
  terms: person.terms
    .filter(({ from }) => from <= day)
    .map((term) => (term.to !== null && term.to > day ? { ...term, to: null } : term)),
});

const capacityOf = ({ role, unitPath, onBehalfOf }: RevealingCaller['grants'][number]) => ({
  role,
  unitPath,
  onBehalfOf: onBehalfOf ?? null,
});

const lrmxFile = (person: NamedPerson, content: Buffer): ExportedFile => ({
  name: `${person.name}.lrmx`,
  mediaType: 'application/octet-stream',
  content,
});
