import { expect } from '@jest/globals';
import { PassedDeadlines } from '../../../src/engine/index.js';
import { OpenDueRounds } from '../../../src/workflows/stocktake/index.js';
import { WarningUpkeep } from '../../../src/workflows/warning/index.js';
import type { Person } from './people.js';
import type { Players } from './stage.js';
import { settle, step } from './walk.js';

export interface WarningCase {
  id: number;
  statePath: string;
  version: number;
  done: boolean;
  fields: { team_code: string; task_code: string; level: string; severity: number; delivered: number };
}

/** A round of the quarter that ends on this day, from its opening until the heads have read it. */
export async function endorsedRound(stage: Players, quarterEnd: string): Promise<number> {
  const { reviewer, deputy } = stage.cast;
  stage.app.clock.set(quarterEnd);
  const round = (await stage.app.get(OpenDueRounds).openDueRounds(quarterEnd))!;
  await settle(stage);
  await step(reviewer, 'stocktakes', round, 'FREEZE', { despiteSilent: true, opinion: '均已电话核对' });
  await settle(stage);
  await step(reviewer, 'stocktakes', round, 'REPORT');
  await step(deputy, 'stocktakes', round, 'ENDORSE');
  await settle(stage);
  return round;
}

/** The one-to-one letters go out, and a unit confirms that it has its own. */
export async function sendLetters(
  stage: Players,
  round: number,
  receiver: Person,
  unit: { code: string },
): Promise<void> {
  await step(stage.cast.deputy, 'stocktakes', round, 'ISSUE_LETTERS');
  await settle(stage);
  const { body } = await receiver.get(`stocktakes/${round}/units`);
  const side = (body as { id: number; unit: { code: string } }[]).find((each) => each.unit.code === unit.code)!;
  await step(receiver, 'stocktake_units', side.id, 'RECEIVE');
  await settle(stage);
}

/** Everything about warnings that is due by itself. */
export async function upkeep(stage: Players): Promise<void> {
  await stage.app.get(PassedDeadlines).run();
  await stage.app.get(WarningUpkeep).run({ everyTeam: false });
  await settle(stage);
}

export async function listWarnings(person: Person, query = ''): Promise<WarningCase[]> {
  const { status, body } = await person.get(`warnings?limit=100${query}`);
  expect(status).toBe(200);
  return (body as { items: WarningCase[] }).items;
}

/** The one warning of a team under a task. */
export async function warningOf(person: Person, team: { code: string }, task?: string): Promise<WarningCase> {
  const found = (await listWarnings(person)).filter(
    ({ fields }) => fields.team_code === team.code && (task === undefined || fields.task_code === task),
  );
  expect(found).toHaveLength(1);
  return found[0]!;
}
