import { SampleCityTask } from '../../../src/directory/index.js';
import { SampleSignIns } from '../../../src/identity/index.js';
import { asWorker } from '../../../src/platform/index.js';
import { Person } from '../../journeys/stage/people.js';
import type { Cast, Players } from '../../journeys/stage/stage.js';
import { fillCity, type FilledCity } from './fill-city.js';
import { findSeats } from './seats.js';
import { ON_PAPER } from '../../support/paper-policy.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

export const CITY_TODAY = '2026-11-23';
export const CITY_PASSWORD = 'Sample-City-2026!';

/** The product with the generated city at work, everybody of the sample profile signed in over HTTP. */
export interface City extends Players {
  address: string;
  cast: Cast & { clerk2: Person; deputy2: Person };
  close(): Promise<void>;
}

/** Once for all stories of a file: generating the city takes seconds. The clock stands on {@link CITY_TODAY}. */
export async function setCity(): Promise<City> {
  const app = await createTestApp({
    today: CITY_TODAY,
    environment: { SAMPLE_CITY: 'on', SAMPLE_PASSWORD: CITY_PASSWORD },
    policy: ON_PAPER,
  });
  await asWorker('first-start', async () => {
    await app.get(SampleCityTask).run(() => undefined);
    await app.get(SampleSignIns).run();
  });
  const cast = {
    clerk: await person(app, 'clerk'),
    clerk2: await person(app, 'clerk2'),
    leader: await person(app, 'leader'),
    reviewer: await person(app, 'reviewer'),
    reviewer2: await person(app, 'reviewer2'),
    chief: await person(app, 'chief'),
    deputy: await person(app, 'deputy'),
    deputy2: await person(app, 'deputy2'),
    head: await person(app, 'head'),
    admin: await person(app, 'admin'),
  };
  const { body } = await cast.clerk.get('session');
  const [role] = (body as { roles: { unit: { code: string } }[] }).roles;
  return { app, cast, unit: role!.unit, address: new URL(app.client().get('/').url).origin, close: () => app.close() };
}

async function person(app: TestApp, username: string): Promise<Person> {
  const agent = app.client();
  const { body } = await agent.post('/api/v1/session').send({ username, password: CITY_PASSWORD }).expect(201);
  return new Person((body as { user: { id: number } }).user.id, username, agent);
}

const SEATS = 7;

export async function fillSampleCity(city: City): Promise<FilledCity> {
  const { rows } = await city.app.database.db.queryDynamic<{ code: string }>(
    "SELECT code FROM unit WHERE kind = 'organization-department' AND parent_id IS NULL ORDER BY code LIMIT 1",
  );
  const { clerk, leader } = city.cast;
  const seats = await findSeats(clerk, SEATS);
  return fillCity({ players: city, seats, department: rows[0]!.code, receiver: leader, area: city.unit });
}
