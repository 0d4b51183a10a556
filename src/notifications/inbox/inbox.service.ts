import { Injectable } from '@nestjs/common';
import { workingDaysAbout } from '../../../machines/rules/index.js';
import {
  asParty,
  asReader,
  type Caller,
  dayInChina,
  faceFor,
  readSteps,
  SettingsService,
  stateLabel,
  unitsOf,
  type WaitingStep,
  WorkflowRegistry,
} from '../../engine/index.js';
import { Db, visiblePaths } from '../../platform/index.js';
import { cursorOf, placeIn } from '../cursor.js';
import { type InboxCounts, type InboxItem, type InboxPage, type InboxQuery, MOST_COUNTED } from './inbox.dto.js';
import {
  type CardKey,
  cardsCalledStatement,
  inboxCountStatement,
  inboxPageStatement,
  type InboxQuestion,
  type InboxRow,
  type Readable,
} from './inbox-statement.js';

type Settings = Awaited<ReturnType<SettingsService['current']>>;

/** A case may leave the page when it is opened: so often the page is filled up, and then it is shorter. */
const MOST_LOOKS = 4;

/** A title that more cases than this bear is met soon enough among one's latest steps. */
const MOST_CALLED = 2_000;

/** What waits for somebody, what they have done, begun, and were sent: always within their units. */
@Injectable()
export class InboxService {
  constructor(
    private readonly db: Db,
    private readonly registry: WorkflowRegistry,
    private readonly settings: SettingsService,
  ) {}

  /** One page of a tab, with all counts. */
  async page({ cursor, limit, unit, ...filters }: InboxQuery, caller: Caller): Promise<InboxPage> {
    const after = cursor === undefined ? undefined : placeIn(cursor);
    const settings = await this.settings.current(this.db);
    const { today } = settings;
    const reach = await unitsOf(this.db, visiblePaths(caller), undefined);
    const units = unit === undefined ? reach : await unitsOf(this.db, visiblePaths(caller), unit);
    // Who answers one question of a case does not search what it is called.
    const readable = this.readableBy(caller, filters.q === undefined ? asParty : asReader);
    const question = await this.begun({ ...filters, caller, today, units, readable, after });
    const { items, next } = await this.collect(question, limit, settings);
    return { items, next, counts: await this.count(caller, today, reach) };
  }

  /**
   * What one has done is found by one's steps, the latest first: all of them, where the title that is sought is in none. A title
   * that few cases bear is looked up first, and the steps of those cases alone.
   */
  private async begun(question: InboxQuestion): Promise<InboxQuestion> {
    if (question.tab !== 'done' || question.q === undefined) return question;
    const { text, values } = cardsCalledStatement(question, MOST_CALLED + 1);
    const { rows } = await this.db.queryDynamic<CardKey>(text, values);
    return rows.length > MOST_CALLED ? question : { ...question, cards: rows };
  }

  /** How many cases each tab has, and how many notices are unread. */
  async counts(caller: Caller): Promise<InboxCounts> {
    const { today } = await this.settings.current(this.db);
    return this.count(caller, today, await unitsOf(this.db, visiblePaths(caller), undefined));
  }

  private async count(caller: Caller, today: string, units: readonly number[] | undefined): Promise<InboxCounts> {
    const { text, values } = inboxCountStatement(
      { caller, today, units, readable: this.readableBy(caller, asParty) },
      MOST_COUNTED,
    );
    const { rows } = await this.db.queryDynamic<InboxCounts>(text, values);
    return rows[0] ?? { todo: 0, done: 0, mine: 0, copied: 0, unread: 0 };
  }

  /** Some read one kind of case alone, and some one kind in more places than another. */
  private readableBy(caller: Caller, as: typeof asParty): Readable[] | undefined {
    const groups = new Map<string, { workflows: string[]; paths: string[] }>();
    for (const runtime of this.registry.all()) {
      const paths = visiblePaths(as(runtime, caller));
      const group = groups.get(paths.join()) ?? { workflows: [], paths };
      group.workflows.push(runtime.definition.name);
      groups.set(paths.join(), group);
    }
    const [all, ...others] = groups.values();
    const isOne = others.length === 0 && all?.paths.join() === visiblePaths(caller).join();
    return isOne ? undefined : [...groups.values()].filter(({ paths }) => paths.length > 0);
  }

  /** Of what a card says waits for the caller, the case itself may still say no: such rows are passed over. */
  private async collect(
    question: InboxQuestion,
    limit: number,
    settings: Settings,
  ): Promise<{ items: InboxItem[]; next: string | null }> {
    if (question.cards?.length === 0) return { items: [], next: null };
    const items: InboxItem[] = [];
    let { after } = question;
    for (let look = 0; look < MOST_LOOKS; look += 1) {
      const wanted = limit - items.length;
      const { text, values } = inboxPageStatement({ ...question, after }, wanted + 1);
      const { rows } = await this.db.queryDynamic<InboxRow>(text, values);
      const shown = rows.slice(0, wanted);
      items.push(...(await this.itemsOf(shown, question, settings)));
      const last = shown.at(-1);
      if (last !== undefined) after = { at: last.sortedAt.toISOString(), workflow: last.workflow, id: last.id };
      if (rows.length <= wanted) return { items, next: null };
      if (items.length === limit) break;
    }
    return { items, next: after === undefined ? null : cursorOf(after) };
  }

  private async itemsOf(rows: readonly InboxRow[], question: InboxQuestion, settings: Settings): Promise<InboxItem[]> {
    const steps = await this.stepsOf(rows, question.caller, settings.today);
    const items = rows.map((row) =>
      this.shownTo(question.caller, row, this.itemOf(row, steps.get(`${row.workflow} ${row.id}`) ?? [], settings)),
    );
    return question.tab === 'todo' ? items.filter((item) => item.steps.length > 0) : items;
  }

  private async stepsOf(rows: readonly InboxRow[], caller: Caller, today: string): Promise<Map<string, WaitingStep[]>> {
    const steps = new Map<string, WaitingStep[]>();
    for (const workflow of new Set(rows.map((row) => row.workflow))) {
      const ids = rows.filter((row) => row.workflow === workflow && !row.done).map(({ id }) => id);
      if (ids.length === 0) continue;
      const found = await readSteps(this.db, this.registry.get(workflow), ids, caller, today);
      for (const [id, open] of found) steps.set(`${workflow} ${id}`, open);
    }
    return steps;
  }

  private itemOf(row: InboxRow, steps: WaitingStep[], { calendar, today }: Settings): InboxItem {
    const runtime = this.registry.get(row.workflow);
    const { workflow, id, title, unit, statePath, version, done, unread } = row;
    const waited = done ? 0 : workingDaysAbout(calendar, dayInChina(row.since), today).days;
    const deadline = row.deadline && this.deadlineOf(row, row.deadline, { calendar, today });
    const overdue = deadline !== null && deadline.dueDay < today;
    return {
      workflow,
      plural: `${workflow}s`,
      id,
      title,
      unit,
      statePath,
      label: stateLabel(runtime, statePath),
      version,
      updatedAt: row.updatedAt.toISOString(),
      since: row.since.toISOString(),
      waitedWorkingDays: Math.max(0, waited),
      steps,
      deadline,
      flags: [...(overdue ? ['overdue'] : []), ...(row.returned && !done ? ['returned'] : []), ...row.flags],
      unread,
      done,
    };
  }

  /** Of a case of which the caller sees one question, the question. */
  private shownTo(caller: Caller, { workflow, unitPath, since }: InboxRow, item: InboxItem): InboxItem {
    const face = faceFor(this.registry.get(workflow), caller, unitPath);
    if (face === null) return item;
    const waits = item.steps.length > 0;
    return {
      ...item,
      plural: face.plural,
      title: face.label,
      statePath: waits ? 'pending' : 'answered',
      label: waits ? '待办理' : '已办理',
      updatedAt: since.toISOString(),
      deadline: waits ? item.deadline : null,
      flags: item.flags.filter((flag) => waits && flag === 'overdue'),
      done: !waits,
    };
  }

  private deadlineOf(
    { workflow }: InboxRow,
    { name, dueDay, provisional }: NonNullable<InboxRow['deadline']>,
    { calendar, today }: Pick<Settings, 'calendar' | 'today'>,
  ): NonNullable<InboxItem['deadline']> {
    const left = workingDaysAbout(calendar, today, dueDay);
    const label = this.registry.get(workflow).definition.deadlines[name]?.label ?? name;
    return { name, label, dueDay, workingDaysLeft: left.days, provisional: provisional || left.provisional };
  }
}
