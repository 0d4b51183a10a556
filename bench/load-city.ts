import type { Db } from '../src/platform/db/index.js';

export interface ScaledCity {
  teams: number;
  cadres: number;
  /** Day from which ages and appointments are reckoned. */
  today: string;
}

const SEATS_PER_TEAM = 8;
const POSTS_PER_TEAM = 9;
const UNITS_PER_AREA = 50;

/**
 * Fills an empty directory with a city of any size, in the database itself: areas of 50 units with a team each, nine
 * approved posts a team, eight of them held, the other cadres holding a rank alone; one post in four has a past holder.
 * Every number comes from a hash of the row, so that two loads give the same city.
 */
export async function loadScaledCity(db: Db, city: ScaledCity, log: (line: string) => void): Promise<void> {
  if (city.cadres < city.teams * SEATS_PER_TEAM) throw new RangeError(`${city.teams} teams need more cadres`);
  for (const { name, text, values } of steps(city)) {
    const start = performance.now();
    const { rowCount } = await db.queryDynamic(text, values);
    log(`${name}: ${rowCount} rows in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
  for (const table of ['unit', 'team', 'post', 'cadre', 'appointment', 'staffing_task']) {
    await db.queryDynamic(`ANALYZE ${table}`);
  }
}

interface Step {
  name: string;
  text: string;
  values?: unknown[];
}

function steps({ teams, cadres, today }: ScaledCity): Step[] {
  return [
    {
      name: 'areas',
      text: `INSERT INTO unit (code, name, kind)
        SELECT 'A' || n, '旗县' || n, 'county-level-area' FROM generate_series(1, ceil($1::numeric / ${UNITS_PER_AREA})::int) n`,
      values: [teams],
    },
    {
      name: 'units',
      text: `INSERT INTO unit (code, name, kind, parent_id)
        SELECT 'U' || n, '单位' || n, CASE WHEN n % 3 = 0 THEN 'township' ELSE 'county-party-gov-department' END, area.id
        FROM generate_series(1, $1::int) n JOIN unit area ON area.code = 'A' || (1 + (n - 1) / ${UNITS_PER_AREA})
        ORDER BY n`,
      values: [teams],
    },
    {
      name: 'paths',
      text: `UPDATE unit SET path = CASE WHEN parent_id IS NULL THEN id::text ELSE parent_id || '.' || id END::text::ltree`,
    },
    {
      name: 'teams',
      text: `INSERT INTO team (code, unit_id, name, level, approved_principals, approved_deputies)
        SELECT 'T' || n, unit.id, '班子' || n, 'township-section', 1, ${POSTS_PER_TEAM - 1}
        FROM generate_series(1, $1::int) n JOIN unit ON unit.code = 'U' || n ORDER BY n`,
      values: [teams],
    },
    {
      name: 'posts',
      text: `INSERT INTO post (code, team_id, name, rank, tier)
        SELECT team.code || '-' || p, team.id, CASE WHEN p = 1 THEN '局长' ELSE '副局长' END,
          CASE WHEN p = 1 THEN 'ke-principal' ELSE 'ke-deputy' END, CASE WHEN p = 1 THEN 'principal' ELSE 'deputy' END
        FROM team CROSS JOIN generate_series(1, ${POSTS_PER_TEAM}) p ORDER BY team.id, p`,
    },
    {
      name: 'cadres',
      text: `INSERT INTO cadre (code, name, sex, birth_month, civil_rank, home_unit_id)
        SELECT 'C' || n, '干部' || n, CASE WHEN n % 3 = 0 THEN 'female' ELSE 'male' END,
          to_char($3::date - make_interval(months => 26 * 12 + abs(hashint4(n) % (33 * 12))), 'YYYY-MM'),
          CASE WHEN n > $1::int * ${SEATS_PER_TEAM} THEN '四级主任科员' END, unit.id
        FROM generate_series(1, $2::int) n
        JOIN unit ON unit.code = 'U' || CASE WHEN n <= $1::int * ${SEATS_PER_TEAM}
          THEN 1 + (n - 1) / ${SEATS_PER_TEAM} ELSE 1 + n % $1::int END
        ORDER BY n`,
      values: [teams, cadres, today],
    },
    {
      name: 'appointments',
      text: `INSERT INTO appointment (cadre_id, post_id, from_day)
        SELECT cadre.id, post.id, $2::date - 30 - abs(hashint4(n + 7) % 1800)
        FROM generate_series(1, $1::int * ${SEATS_PER_TEAM}) n
        JOIN cadre ON cadre.code = 'C' || n
        JOIN post ON post.code = 'T' || (1 + (n - 1) / ${SEATS_PER_TEAM}) || '-' || (1 + (n - 1) % ${SEATS_PER_TEAM})
        ORDER BY n`,
      values: [teams, today],
    },
    {
      name: 'past appointments',
      text: `INSERT INTO appointment (cadre_id, post_id, from_day, to_day)
        SELECT former.id, seat.post_id, seat.from_day - 1200, seat.from_day
        FROM appointment seat JOIN cadre former
          ON former.code = 'C' || ($1::int * ${SEATS_PER_TEAM} + 1 + seat.id % greatest(1, $2::int - $1::int * ${SEATS_PER_TEAM}))
        WHERE seat.id % 4 = 0 ORDER BY seat.id`,
      values: [teams, cadres],
    },
    {
      name: 'tasks',
      text: `INSERT INTO staffing_task (code, name, unit_kind, rule, quantity, share_num, share_den, base, age_rule, age_years)
        VALUES ('DEPT', '部门班子', 'county-party-gov-department', 'at-least', 2, NULL, NULL, 'approved-headcount', 'around', 35),
          ('TOWN', '乡镇班子', 'township', 'ratio-ceil', NULL, 30, 100, 'approved-headcount', 'below', 35)`,
    },
  ];
}
