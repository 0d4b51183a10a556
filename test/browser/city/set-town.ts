import type { GrantableRole } from '../../../src/identity/index.js';
import { hire } from '../../journeys/stage/people.js';
import { OLD, setStage, type Stage, YOUNG } from '../../journeys/stage/stage.js';
import { buildUnit } from '../../support/factories.js';
import { openAccount } from '../kit/desk.js';
import { fillCity, type FilledCity } from './fill-city.js';
import type { Seat } from './seats.js';

const SEATS = 7;

export interface Town extends FilledCity {
  stage: Stage;
}

/**
 * Everything that a city at work has, in one area with one department: pages look the same, and it stands in seconds.
 *
 * @param roles each gets an account of its name, which signs in through the page
 */
export async function setTown(roles: readonly GrantableRole[]): Promise<Town> {
  const stage = await setStage();
  const { db } = stage.app.database;
  await buildUnit(db, { code: 'ZZB', name: '市委组织部', kind: 'organization-department' });
  const seats: Seat[] = [];
  for (let n = 0; n < SEATS; n += 1) seats.push(await buildSeat(stage));
  const receiver = await hire(stage.app, 'area-clerk', 'clerk', stage.county);
  for (const role of roles) {
    await openAccount(stage, `town-${role}`, role, role === 'clerk' || role === 'leader' ? stage.unit : null);
  }
  const filled = await fillCity({ players: stage, seats, department: 'ZZB', receiver, area: stage.county });
  return { ...filled, stage };
}

async function buildSeat(stage: Stage): Promise<Seat> {
  const { team, vacancies } = await stage.buildScene();
  const [young, old] = [await stage.cadre(YOUNG), await stage.cadre(OLD)];
  return {
    team: team.code,
    unit: stage.unit.code,
    post: vacancies[0]!.code,
    young: [young.code],
    old: [old.code],
  };
}
