import { Client } from 'pg';

/**
 * A city of any size, straight into the tables. Numbers tell everything: team n sits in unit n of area n / 100, with
 * posts and cadres n-0 to n-9. By n modulo 5 a department has 0, 1, 2, 2 or 3 young members of the 2 it needs, so levels
 * A, B and C all occur; every tenth unit is a township with tasks of its own.
 *
 * Posts 1 to 6 are held, post 7 in odd teams, post 8 never. Cadres n-8, n-9 and n-0 belong to the unit without a post;
 * n-0 is young, and all of them held posts before.
 */
export interface ScaledCity {
  teams: number;
}

export const codes = {
  unit: (n: number): string => `U${n}`,
  post: (n: number, k: number): string => `P${n}-${k}`,
  cadre: (n: number, k: number): string => `C${n}-${k}`,
};

/** Whether the gate has nothing against a further member who is not young: the team has the two it needs. */
export const meetsItsTask = (n: number): boolean => n % 5 >= 2 && n % 10 !== 7;

/** Where unit n stands; triggers do not run while the city is loaded. */
const PATH = `('1.' || 2 + n / 100 || '.' || 10000000 + n)::ltree`;

const UNITS = `
  INSERT INTO unit (id, code, name, kind, parent_id, path) OVERRIDING SYSTEM VALUE
  SELECT 1, 'CITY', '市委组织部', 'organization-department', NULL::bigint, '1'::ltree
  UNION ALL
  SELECT 2 + a, 'A' || a, '第' || a || '区', 'county-level-area', 1, ('1.' || 2 + a)::ltree
  FROM generate_series(0, $1::int / 100) a
  UNION ALL
  SELECT 10000000 + n, 'U' || n, '第' || n || '局',
    CASE WHEN n % 10 = 7 THEN 'township' ELSE 'county-party-gov-department' END,
    2 + n / 100, ${PATH}
  FROM generate_series(1, $1::int) n`;

const TEAMS = `
  INSERT INTO team (id, code, unit_id, name, level, approved_principals, approved_deputies, unit_path) OVERRIDING SYSTEM VALUE
  SELECT n, 'T' || n, 10000000 + n, '第' || n || '局领导班子', 'township-section', 1, 7, ${PATH}
  FROM generate_series(1, $1::int) n`;

const POSTS = `
  INSERT INTO post (id, code, team_id, name, rank, tier, unit_path) OVERRIDING SYSTEM VALUE
  SELECT n * 10 + k, 'P' || n || '-' || k, n, CASE k WHEN 1 THEN '局长' ELSE '副局长' END,
    CASE k WHEN 1 THEN 'ke-principal' ELSE 'ke-deputy' END, CASE k WHEN 1 THEN 'principal' ELSE 'deputy' END, ${PATH}
  FROM generate_series(1, $1::int) n, generate_series(1, 8) k`;

const CADRES = `
  INSERT INTO cadre (id, code, name, sex, ethnicity, birth_month, political_status, work_start_month, party_join_month,
    full_time_education, in_service_education, civil_rank, rank_since_month, home_unit_id, home_path) OVERRIDING SYSTEM VALUE
  SELECT n * 10 + k, 'C' || n || '-' || k, '干部' || n || '之' || k, CASE n % 2 WHEN 0 THEN 'male' ELSE 'female' END, '汉族',
    CASE WHEN k = 0 OR k BETWEEN 2 AND 1 + (ARRAY[0, 1, 2, 2, 3])[1 + n % 5]
      THEN 1990 + n % 4 ELSE 1968 + (n + k) % 16 END || '-' || lpad((1 + n % 12)::text, 2, '0'),
    '中共党员', '2008-07', '2010-06', '大学', '', '四级主任科员', '2022-05', 10000000 + n, ${PATH}
  FROM generate_series(1, $1::int) n, generate_series(0, 9) k`;

const APPOINTMENTS = `
  INSERT INTO appointment (cadre_id, post_id, from_day, to_day, unit_path)
  SELECT n * 10 + held.cadre, n * 10 + held.post, held.from_day, held.to_day, ${PATH}
  FROM generate_series(1, $1::int) n,
    (VALUES (8, 1, date '2015-03-01', date '2021-01-01'), (1, 1, '2021-01-01', NULL),
      (2, 2, '2021-06-01', NULL), (2, 3, '2017-06-01', '2021-06-01'), (3, 3, '2021-06-01', NULL),
      (4, 4, '2024-02-01', NULL), (5, 5, '2019-09-01', NULL), (6, 6, '2022-11-01', NULL),
      (7, 7, '2023-05-01', NULL), (9, 7, '2021-03-01', '2025-10-15'), (0, 8, '2023-03-01', '2025-08-01')
    ) AS held (cadre, post, from_day, to_day)
  WHERE held.post <> 7 OR (held.cadre = 7) = (n % 2 = 1)`;

const TASKS = `
  INSERT INTO staffing_task (code, name, unit_kind, rule, quantity, share_num, share_den, base, age_rule, age_years)
  VALUES ('DEPT', '部门班子', 'county-party-gov-department', 'at-least', 2, NULL, NULL, 'approved-headcount', 'around', 35),
    ('TOWN', '乡镇班子', 'township', 'ratio-ceil', NULL, 30, 100, 'approved-headcount', 'below', 35),
    ('TOWN_30', '乡镇三十岁以下', 'township', 'at-least', 1, NULL, NULL, 'approved-headcount', 'below', 30)`;

/** Fills an empty, migrated database. @param url of a superuser, who may leave foreign keys unchecked while loading */
export async function loadScaledCity(url: string, { teams }: ScaledCity): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    `SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'`,
  );
  for (const text of [UNITS, TEAMS, POSTS, CADRES, APPOINTMENTS]) await client.query(text, [teams]);
  await client.query(TASKS);
  for (const table of ['unit', 'team', 'post', 'cadre']) {
    await client.query(`SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM ${table}))`);
  }
  // Statistics and visibility as autovacuum leaves them in a city that has been running for a while.
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT');
  await client.end();
}

/** How many rows of each kind there are. */
export async function countCity(url: string): Promise<Record<'teams' | 'posts' | 'cadres' | 'appointments', number>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<'teams' | 'posts' | 'cadres' | 'appointments', number>>(
    `SELECT (SELECT count(*) FROM team)::int AS teams, (SELECT count(*) FROM post)::int AS posts,
       (SELECT count(*) FROM cadre)::int AS cadres, (SELECT count(*) FROM appointment)::int AS appointments`,
  );
  await client.end();
  return rows[0]!;
}
