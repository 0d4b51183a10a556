import { Client } from 'pg';
import { buildCadre, buildMember, buildPost, buildTask, buildTeam, buildUnit } from '../../support/factories.js';
import type { Db } from '../../../src/platform/index.js';

/** A seat that several people at once try to fill, with those who could take it. */
export interface Vacancy {
  unit: string;
  post: string;
  cadres: string[];
}

/** A department, counties that answer in rounds, and teams that each have one vacancy. */
export async function buildCity(db: Db, teams: number): Promise<Vacancy[]> {
  await buildUnit(db, { kind: 'organization-department' });
  const county = await buildUnit(db, { kind: 'county-level-area' });
  await buildTask(db, { name: '至少1名35岁左右', quantity: 1 });
  const vacancies: Vacancy[] = [];
  for (let n = 0; n < teams; n += 1) {
    const unit = await buildUnit(db, { parent: county });
    const team = await buildTeam(db, { unit, principals: 1, deputies: 1 });
    await buildMember(db, { team, birth: '1975-01', tier: 'principal' });
    const post = await buildPost(db, { team });
    const cadres = [];
    for (let person = 0; person < 4; person += 1)
      cadres.push((await buildCadre(db, { birth: '1995-01', home: unit })).code);
    vacancies.push({ unit: unit.code, post: post.code, cadres });
  }
  return vacancies;
}

/** One look at the database, by whoever sees all of it. */
export async function look<T extends object>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}
