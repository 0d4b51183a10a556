import { Injectable, Logger } from '@nestjs/common';
import { DEADLINE_PASSED } from '../../../machines/kernel/index.js';
import { asWorker, Db, describeError } from '../../platform/index.js';
import { Engine } from '../engine.js';
import { WorkflowRegistry } from '../registry.js';
import { SettingsService } from '../settings/settings.service.js';

const BATCH = 200;

interface Passed {
  id: number;
  workflow: string;
  caseId: number;
  name: string;
}

/**
 * Tells cases that a day of theirs has passed, where their workflow wants to know: a filing is overdue, a silent unit is
 * chased, a commitment is broken. Found in the database, so that a day on which nothing ran is made up for by the next; each
 * deadline tells its case once, however often and in however many processes this runs.
 */
@Injectable()
export class PassedDeadlines {
  private readonly logger = new Logger('deadlines');

  constructor(
    private readonly db: Db,
    private readonly registry: WorkflowRegistry,
    private readonly engine: Engine,
    private readonly settings: SettingsService,
  ) {}

  /** @returns how many cases were told now */
  run(): Promise<number> {
    return asWorker('passed-deadlines', () => this.tellAll());
  }

  private async tellAll(): Promise<number> {
    const wanted = this.registry
      .all()
      .flatMap(({ definition: { name: workflow, deadlines } }) =>
        Object.entries(deadlines).flatMap(([name, { tells }]) => (tells ? [{ workflow, name }] : [])),
      );
    let told = 0;
    for (let after = 0; ;) {
      const batch = await this.passedAfter(after, wanted);
      for (const passed of batch) told += (await this.tell(passed)) ? 1 : 0;
      const last = batch.at(-1);
      if (last === undefined || batch.length < BATCH) return told;
      after = last.id;
    }
  }

  private async tell({ id, workflow, caseId, name }: Passed): Promise<boolean> {
    const command = { type: DEADLINE_PASSED, payload: { name }, commandId: commandOf(id) };
    try {
      // Refused where somebody acted meanwhile: then the deadline is no longer open, or the case says that it does not matter.
      return (await this.engine.commit({ workflow, caseId, command, caller: null })).ok;
    } catch (error) {
      // The others are told all the same; this one is tried again with the next sweep.
      this.logger.error({ message: 'a case could not be told', workflow, case: caseId, error: describeError(error) });
      return false;
    }
  }

  private async passedAfter(after: number, wanted: readonly { workflow: string; name: string }[]): Promise<Passed[]> {
    const { today } = await this.settings.current(this.db);
    const { rows } = await this.db.query<Passed>(
      'deadlines-passed',
      `SELECT d.id, d.workflow, d.case_id AS "caseId", d.name
       FROM deadline d JOIN unnest($1::text[], $2::text[]) AS wanted (workflow, name) USING (workflow, name)
       WHERE d.status = 'open' AND d.due_day < $3::date AND d.id > $4 AND NOT EXISTS (
         SELECT FROM case_event e
         WHERE e.workflow = d.workflow AND e.case_id = d.case_id AND e.command_id = '${commandOf('')}' || d.id)
       ORDER BY d.id LIMIT ${BATCH}`,
      [wanted.map(({ workflow }) => workflow), wanted.map(({ name }) => name), today, after],
    );
    return rows;
  }
}

const commandOf = (id: number | ''): string => `deadline-passed-${id}`;
