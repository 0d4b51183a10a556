import { buildCadre, buildMember, buildPost, buildTask, buildTeam, buildUnit } from '../../support/factories.js';
import type { Built, BuiltUnit } from '../../support/factories.js';
import { ON_PAPER } from '../../support/paper-policy.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { hire, type Person } from './people.js';

export const START = '2026-09-07';
export const YOUNG = '1995-01';
export const OLD = '1975-01';

/** Everybody a proposal meets on its way. */
export interface Cast {
  clerk: Person;
  leader: Person;
  reviewer: Person;
  reviewer2: Person;
  chief: Person;
  deputy: Person;
  head: Person;
  admin: Person;
}

/** A team of a county department: so many deputies in post, none of them young, and vacancies. */
export interface TeamScene {
  team: Built;
  principal: { cadre: Built; post: Built };
  members: { cadre: Built; post: Built }[];
  vacancies: Built[];
}

/** The product and those who work with it, whatever the stage. */
export interface Players {
  app: TestApp;
  cast: Cast;
  /** Where the clerk and the leader work. */
  unit: { code: string };
}

export interface Stage extends Players {
  county: BuiltUnit;
  unit: BuiltUnit;
  /** A team of the unit that lacks its one cadre 35岁左右. */
  buildScene(given?: { approvedDeputies?: number; members?: string[]; vacancies?: number }): Promise<TeamScene>;
  cadre(birth: string): Promise<Built>;
  /** So many young cadres, asked of this team besides the one asked of every team. */
  askOf(team: Built, quantity: number): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  poolSize?: number;
  environment?: Record<string, string>;
  /** Moved over HTTP, as in a sample city; `app.clock` then moves nothing. */
  movableClock?: boolean;
  /** The procedure's law is asked for in full; most journeys are about something else and keep it on paper. */
  wholeLaw?: boolean;
}

/** The whole product, served over HTTP, with one unit and everybody signed in. The clock stands on {@link START}. */
export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const { wholeLaw = false, ...given } = options;
  const app = await createTestApp({ today: START, ...given, ...(!wholeLaw && { policy: ON_PAPER }) });
  const { db } = app.database;
  const county = await buildUnit(db, { kind: 'county-level-area' });
  const unit = await buildUnit(db, { parent: county });
  await buildTask(db, { name: '至少1名35岁左右', quantity: 1 });
  return {
    app,
    county,
    unit,
    cast: await hireCast(app, unit),
    buildScene: async ({ approvedDeputies = 2, members = [OLD], vacancies = 1 } = {}) => {
      const team = await buildTeam(db, { unit, principals: 1, deputies: approvedDeputies });
      const principal = await buildMember(db, { team, birth: OLD, tier: 'principal' });
      const scene: TeamScene = { team, principal, members: [], vacancies: [] };
      for (const birth of members) scene.members.push(await buildMember(db, { team, birth }));
      for (let n = 0; n < vacancies; n += 1) scene.vacancies.push(await buildPost(db, { team }));
      return scene;
    },
    cadre: (birth) => buildCadre(db, { birth, home: unit, civilRank: '四级主任科员' }),
    askOf: async (team, quantity) => void (await buildTask(db, { team, quantity })),
    close: () => app.close(),
  };
}

async function hireCast(app: TestApp, unit: BuiltUnit): Promise<Cast> {
  return {
    clerk: await hire(app, 'clerk', 'clerk', unit),
    leader: await hire(app, 'leader', 'leader', unit),
    reviewer: await hire(app, 'reviewer', 'reviewer', null),
    reviewer2: await hire(app, 'reviewer2', 'reviewer', null),
    chief: await hire(app, 'chief', 'chief', null),
    deputy: await hire(app, 'deputy', 'deputy', null),
    head: await hire(app, 'head', 'head', null),
    admin: await hire(app, 'admin', 'admin', null),
  };
}
