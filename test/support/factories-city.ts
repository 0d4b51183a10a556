import {
  AGE_RULES,
  APPOINTMENT_MODES,
  COUNT_RULES,
  parseRational,
  POST_RANKS,
  POST_TIERS,
  SEXES,
  type Seat,
  type StaffingTask,
  TASK_BASES,
  TEAM_LEVELS,
  type TeamFacts,
  type TeamPost,
  UNIT_KINDS,
} from '../../machines/rules/index.js';
import { generateSampleCity, type SampleCity } from '../../src/directory/sample-city/index.js';
import type { Db } from '../../src/platform/db/index.js';

/** The generated city as the rules see it, without a database in between. */
export function cityFacts(city: SampleCity): { teams: TeamFacts[]; tasks: StaffingTask[] } {
  const units = new Map(city.units.map((unit) => [unit.单位编码, unit]));
  const cadres = new Map(city.cadres.map((cadre) => [cadre.干部编号, cadre]));
  const posts = groupBy(city.posts, (post) => post.班子编码);
  const seats = groupBy(city.appointments, (seat) => seat.职位编码);
  const seatsOf = (post: TeamPost): Seat[] => {
    return (seats.get(post.code) ?? []).map((seat) => toSeat(seat, post, cadres.get(seat.干部编号)));
  };
  const teams = city.teams.map((team): TeamFacts => {
    const unit = units.get(team.单位编码);
    if (!unit) throw new Error(`no unit ${team.单位编码}`);
    const own = (posts.get(team.班子编码) ?? []).map(toPost);
    return {
      code: team.班子编码,
      name: team.班子名称,
      unit: unit.单位编码,
      unitName: unit.单位名称,
      unitKind: keyOf(UNIT_KINDS, unit.单位类别),
      level: keyOf(TEAM_LEVELS, team.班子层级),
      approvedPrincipals: Number(team.核定正职数),
      approvedDeputies: Number(team.核定副职数),
      posts: own,
      seats: own.flatMap(seatsOf),
    };
  });
  return { teams, tasks: city.tasks.map(toTask) };
}

function toPost(post: SampleCity['posts'][number]): TeamPost {
  const { 职位编码: code, 职务名称: name } = post;
  return { code, name, tier: keyOf(POST_TIERS, post.正副), rank: keyOf(POST_RANKS, post.职务层次) };
}

function toSeat(
  seat: SampleCity['appointments'][number],
  post: TeamPost,
  cadre: SampleCity['cadres'][number] | undefined,
): Seat {
  if (!cadre) throw new Error(`no cadre ${seat.干部编号}`);
  return {
    cadre: cadre.干部编号,
    name: cadre.姓名,
    birth: dashed(cadre.出生年月),
    post: post.code,
    postName: post.name,
    tier: post.tier,
    rank: post.rank,
    mode: keyOf(APPOINTMENT_MODES, seat.任职方式),
    occupiesHeadcount: seat.占职数 === '是',
    from: dashed(seat.任职时间),
    ...(seat.免职时间 !== '' && { to: dashed(seat.免职时间) }),
  };
}

/** The generated city in a database, without the workbook's checks: for tests of what is built upon it. */
export async function buildSampleCity(db: Db, options: { seed?: number; today: string }): Promise<SampleCity> {
  const city = generateSampleCity({ seed: options.seed ?? 20260930, today: options.today });
  const run: Run = (text, rows) => db.queryDynamic(text, [JSON.stringify(rows)]);
  await buildUnits(run, city);
  await buildTeams(run, city);
  await buildPeople(run, city);
  await buildTasks(run, city);
  return city;
}

/** Runs a statement whose one parameter is rows as JSON. */
type Run = (text: string, rows: object[]) => Promise<unknown>;

async function buildUnits(run: Run, city: SampleCity): Promise<void> {
  await run(
    `INSERT INTO unit (code, name, kind) SELECT code, name, kind FROM jsonb_to_recordset($1) AS (code text, name text, kind text)`,
    city.units.map((unit) => ({ code: unit.单位编码, name: unit.单位名称, kind: keyOf(UNIT_KINDS, unit.单位类别) })),
  );
  await run(
    `UPDATE unit SET parent_id = parent.id FROM jsonb_to_recordset($1) AS given (code text, parent text)
     JOIN unit parent ON parent.code = given.parent WHERE unit.code = given.code`,
    city.units.map((unit) => ({ code: unit.单位编码, parent: unit.上级单位编码 })),
  );
  await run(
    `UPDATE unit SET path = (CASE WHEN parent_id IS NULL THEN id::text ELSE parent_id || '.' || id END)::ltree
     WHERE jsonb_typeof($1::jsonb) = 'array'`,
    [],
  );
}

async function buildTeams(run: Run, city: SampleCity): Promise<void> {
  await run(
    `INSERT INTO team (code, unit_id, name, level, approved_principals, approved_deputies)
     SELECT given.code, unit.id, given.name, level, principals, deputies FROM jsonb_to_recordset($1)
       AS given (position int, code text, unit text, name text, level text, principals int, deputies int)
     JOIN unit ON unit.code = given.unit ORDER BY position`,
    city.teams.map((team, position) => ({
      position,
      code: team.班子编码,
      unit: team.单位编码,
      name: team.班子名称,
      level: keyOf(TEAM_LEVELS, team.班子层级),
      principals: team.核定正职数,
      deputies: team.核定副职数,
    })),
  );
  await run(
    `INSERT INTO post (code, team_id, name, rank, tier)
     SELECT given.code, team.id, given.name, rank, tier FROM jsonb_to_recordset($1)
       AS given (code text, team text, name text, rank text, tier text) JOIN team ON team.code = given.team ORDER BY given.code`,
    city.posts.map((post) => ({
      code: post.职位编码,
      team: post.班子编码,
      name: post.职务名称,
      rank: keyOf(POST_RANKS, post.职务层次),
      tier: keyOf(POST_TIERS, post.正副),
    })),
  );
}

async function buildPeople(run: Run, city: SampleCity): Promise<void> {
  await run(
    `INSERT INTO cadre (code, name, sex, ethnicity, birth_month, id_number_mask, id_birth_month, civil_rank, home_unit_id)
     SELECT given.code, given.name, sex, ethnicity, birth, mask, id_birth, nullif(civil_rank, ''), unit.id
     FROM jsonb_to_recordset($1) AS given (code text, name text, sex text, ethnicity text, birth text, mask text,
       id_birth text, civil_rank text, home text) JOIN unit ON unit.code = given.home ORDER BY given.code`,
    city.cadres.map((cadre) => ({
      code: cadre.干部编号,
      name: cadre.姓名,
      sex: keyOf(SEXES, cadre.性别),
      ethnicity: cadre.民族,
      birth: dashed(cadre.出生年月),
      mask: cadre.身份证号.replace(/(?<=^.{6}).{8}/, '********'),
      id_birth: `${cadre.身份证号.slice(6, 10)}-${cadre.身份证号.slice(10, 12)}`,
      civil_rank: cadre.职级,
      home: cadre.所在单位编码,
    })),
  );
  await run(
    `INSERT INTO appointment (cadre_id, post_id, from_day, to_day, mode, occupies_headcount)
     SELECT cadre.id, post.id, start, stop, mode, occupies FROM jsonb_to_recordset($1)
       AS given (cadre text, post text, start date, stop date, mode text, occupies boolean)
     JOIN cadre ON cadre.code = given.cadre JOIN post ON post.code = given.post
     ORDER BY given.post, start`,
    city.appointments.map((seat) => ({
      cadre: seat.干部编号,
      post: seat.职位编码,
      start: dashed(seat.任职时间),
      stop: seat.免职时间 === '' ? null : dashed(seat.免职时间),
      mode: keyOf(APPOINTMENT_MODES, seat.任职方式),
      occupies: seat.占职数 === '是',
    })),
  );
}

async function buildTasks(run: Run, city: SampleCity): Promise<void> {
  await run(
    `INSERT INTO staffing_task (code, name, unit_kind, team_id, rule, quantity, share_num, share_den, base, age_rule,
       age_years, principal_only, nested_post_name, nested_share_num, nested_share_den)
     SELECT given.code, given.name, kind, team.id, rule, quantity, num, den, base, age_rule, age_years, principal_only,
       nested_name, nested_num, nested_den FROM jsonb_to_recordset($1)
       AS given (code text, name text, kind text, team text, rule text, quantity int, num bigint, den bigint, base text,
         age_rule text, age_years int, principal_only boolean, nested_name text, nested_num bigint, nested_den bigint)
     LEFT JOIN team ON team.code = given.team`,
    city.tasks.map(toTask).map((task) => ({
      code: task.code,
      name: task.name,
      kind: 'unitKind' in task.appliesTo ? task.appliesTo.unitKind : null,
      team: 'team' in task.appliesTo ? task.appliesTo.team : null,
      rule: task.rule,
      quantity: task.rule === 'at-least' ? task.quantity : null,
      num: task.rule === 'ratio-ceil' ? task.share.num : null,
      den: task.rule === 'ratio-ceil' ? task.share.den : null,
      base: task.base,
      age_rule: task.age.rule,
      age_years: task.age.years,
      principal_only: task.principalOnly,
      nested_name: task.nested?.postNameIncludes,
      nested_num: task.nested?.share.num,
      nested_den: task.nested?.share.den,
    })),
  );
}

function toTask(row: SampleCity['tasks'][number]): StaffingTask {
  const kinds: readonly string[] = Object.values(UNIT_KINDS);
  const rule = keyOf(COUNT_RULES, row.计数规则);
  const amount = parseRational(row.数值);
  const nested = parseRational(row.嵌套占比);
  if (!amount) throw new Error(`not a quantity: ${row.数值}`);
  return {
    code: row.任务编码,
    name: row.任务名称,
    appliesTo: kinds.includes(row.适用类别) ? { unitKind: keyOf(UNIT_KINDS, row.适用类别) } : { team: row.适用类别 },
    rule,
    quantity: rule === 'at-least' ? amount.num : 0,
    share: amount,
    base: keyOf(TASK_BASES, row.基数),
    age: { rule: keyOf(AGE_RULES, row.年龄口径), years: Number(row.年龄) },
    principalOnly: row.正职限定 === '是',
    ...(nested && { nested: { postNameIncludes: row.嵌套职务名称含, share: nested } }),
  };
}

export function groupBy<T, K>(values: readonly T[], keyFor: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyFor(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function keyOf<K extends string>(labels: Readonly<Record<K, string>>, label: string): K {
  const key = (Object.keys(labels) as K[]).find((candidate) => labels[candidate] === label);
  if (key === undefined) throw new Error(`no such label: ${label}`);
  return key;
}

const dashed = (text: string): string => text.replaceAll('.', '-');
