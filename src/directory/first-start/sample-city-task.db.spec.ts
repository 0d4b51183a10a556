import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import { FixedClock, readConfig } from '../../platform/index.js';
import { StaffingService } from '../staffing/staffing.service.js';
import { WorkbookImporter } from '../workbook/index.js';
import { SampleCityTask } from './sample-city.task.js';

const TODAY = '2026-11-23';

describe('the first start of the sample profile', () => {
  let database: TestDatabase;
  const clock = new FixedClock(TODAY);

  const taskWith = (environment: NodeJS.ProcessEnv): SampleCityTask => {
    const importer = new WorkbookImporter(database.db, clock, new FieldCipher(randomBytes(32)));
    return new SampleCityTask(readConfig(environment), clock, importer, database.db);
  };

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 2 });
  });

  afterAll(() => database.drop());

  it('is needed in the sample profile only, unless switched off', async () => {
    expect(await taskWith({ PROFILE: 'sample' }).isNeeded()).toBe(true);
    expect(await taskWith({ PROFILE: 'sample', SAMPLE_CITY: 'off' }).isNeeded()).toBe(false);
  });

  it('brings the city in through the checks of the workbook, says so, and is needed no more', async () => {
    const task = taskWith({ PROFILE: 'sample' });
    const lines: string[] = [];
    await task.run((line) => lines.push(line));
    expect(lines.join()).toContain('干部 6000 名');
    expect(await task.isNeeded()).toBe(false);
    const { rows } = await database.db.queryDynamic<Record<string, number>>(
      `SELECT (SELECT count(*) FROM unit) AS units, (SELECT count(*) FROM team) AS teams,
         (SELECT count(*) FROM cadre WHERE id_number_hash IS NOT NULL AND home_unit_id IS NOT NULL) AS cadres,
         (SELECT count(*) FROM staffing_task) AS tasks`,
    );
    expect(rows[0]).toEqual({ units: 523, teams: 523, cadres: 6000, tasks: 9 });
    const staffing = new StaffingService(database.db, clock);
    const view = await staffing.headline({ grants: [{ unitPath: '' }] }, {});
    expect(view.areasReached).toBe(6);
  });
});
