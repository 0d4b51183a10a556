import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { MIGRATIONS } from '../../migrations/index.js';
import { RowLevelSecurity1760000000008 } from '../../migrations/0008-row-level-security.js';
import { migrate, type MigrationClass } from '../../src/platform/index.js';
import { createTestDatabase, type TestDatabase } from '../support/index.js';

const ROWS = `
  INSERT INTO unit (code, name, kind, path) VALUES ('U1', '甲局', 'county-party-gov-department', '1');
  INSERT INTO team (code, unit_id, name, level, approved_principals, approved_deputies)
    VALUES ('T1', 1, '甲局班子', 'township-section', 1, 3);
  INSERT INTO post (code, team_id, name, rank, tier) VALUES ('P1', 1, '副局长', 'ke-deputy', 'deputy');
  INSERT INTO cadre (code, name, sex, birth_month, home_unit_id) VALUES ('C1', '张某', 'male', '1980-01', 1);
  INSERT INTO appointment (cadre_id, post_id, from_day) VALUES (1, 1, '2024-01-01');
  INSERT INTO app_user (username, display_name) VALUES ('author', '经办');
  INSERT INTO proposal (unit_id, state, state_path, context, version, machine_revision, created_at, updated_at,
    create_command_id, title, reason) VALUES (1, '"draft"', 'draft', '{}', 1, 1, now(), now(), 'c', '动议', '');
  INSERT INTO proposal_item (proposal_id, ordinal, cadre_id, appoint_post_id, kind) VALUES (1, 1, 1, 1, 'promote');
  INSERT INTO case_event (workflow, case_id, version, type, state, actor_role, at, payload, facts, command_id,
    machine_revision, policy_version)
    VALUES ('proposal', 1, 1, 'CREATE', '"draft"', 'clerk', now(), '{}', '{}', 'c', 1, 1);
  INSERT INTO deadline (workflow, case_id, name, armed_version, start_day, due_day, provisional)
    VALUES ('proposal', 1, 'review', 1, '2026-06-30', '2026-07-07', false);`;

describe('an installation from before the rules', () => {
  let database: TestDatabase;
  let owner: Client;

  const run = (migrations: MigrationClass[], workerUrl?: string): Promise<void> =>
    migrate({ ownerUrl: database.ownerUrl, appUrl: database.url, workerUrl, migrations, log: () => undefined });

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 1 });
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await run(MIGRATIONS.slice(0, MIGRATIONS.indexOf(RowLevelSecurity1760000000008)));
    await owner.query(ROWS);
    await run([...MIGRATIONS], database.workerUrl);
  });

  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it('has each row in its place afterwards, history included and still unchangeable', async () => {
    const places = `
      SELECT (SELECT unit_path::text FROM team) AS team, (SELECT unit_path::text FROM post) AS post,
        (SELECT unit_path::text FROM appointment) AS seat, (SELECT home_path::text FROM cadre) AS cadre,
        (SELECT unit_id::int FROM proposal_item) AS item, (SELECT unit_id::int FROM case_event) AS event,
        (SELECT unit_id::int FROM deadline) AS deadline`;
    const { rows } = await owner.query(places);
    expect(rows).toEqual([{ team: '1', post: '1', seat: '1', cadre: '1', item: 1, event: 1, deadline: 1 }]);
    await expect(owner.query('UPDATE case_event SET unit_id = 1')).rejects.toThrow(/history/);
  });

  it('binds the owner too, should it serve requests', async () => {
    await owner.query(`SET qingpei.scope = ''`);
    expect((await owner.query('SELECT FROM cadre')).rowCount).toBe(0);
    await owner.query(`SET qingpei.scope = '*'`);
    expect((await owner.query('SELECT FROM cadre')).rowCount).toBe(1);
  });

  it('gives the new role of the jobs what requests may do, in tables old and new, and nothing more', async () => {
    const rightsOf = async (role: string): Promise<unknown[]> =>
      (
        await owner.query(
          `SELECT table_name AS name, privilege_type AS right FROM information_schema.role_table_grants
           WHERE grantee = $1 AND table_schema = 'public'
           UNION ALL SELECT table_name || '.' || column_name, privilege_type FROM information_schema.role_column_grants
           WHERE grantee = $1 AND table_schema = 'public'
           UNION ALL SELECT routine_name, privilege_type FROM information_schema.role_routine_grants
           WHERE grantee = $1 AND routine_schema = 'public' ORDER BY 1, 2`,
          [role],
        )
      ).rows;
    const rights = await rightsOf('qingpei_worker');
    expect(rights.length).toBeGreaterThan(50);
    expect(rights).toEqual(await rightsOf('qingpei_app'));
    const worker = new Client({ connectionString: database.workerUrl });
    await worker.connect();
    expect((await worker.query('SELECT FROM cadre')).rowCount).toBe(1);
    await expect(worker.query('DROP TABLE cadre')).rejects.toThrow(/must be owner/);
    await worker.end();
    await run([...MIGRATIONS], database.workerUrl);
  });
});
