import { countCity, loadScaledCity } from './scaled-city.js';
import type { Stage, StageDatabase } from './stage.js';

/** A database that holds a scaled city. */
export interface LoadedCity {
  stage: Stage;
  database: StageDatabase;
  teams: number;
}

/** @param name of the new database */
export async function openCity(stage: Stage, name: string, teams: number): Promise<LoadedCity> {
  const database = await stage.createDatabase(name);
  const start = performance.now();
  await loadScaledCity(database.url('superuser'), { teams });
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const { posts, cadres, appointments } = await countCity(database.url('superuser'));
  console.log(
    `city: ${teams} teams, ${posts} posts, ${cadres} cadres, ${appointments} appointments, loaded in ${seconds} s`,
  );
  return { stage, database, teams };
}
