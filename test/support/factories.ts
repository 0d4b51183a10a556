import type {
  AgeRule,
  AppointmentMode,
  PostRank,
  PostTier,
  TaskBase,
  TeamLevel,
  UnitKind,
} from '../../machines/rules/index.js';
import type { Db, Tx } from '../../src/platform/db/index.js';

type Writer = Pick<Db | Tx, 'queryDynamic'>;

export interface BuiltUnit {
  id: number;
  code: string;
  path: string;
}

export interface Built {
  id: number;
  code: string;
}

let counter = 0;
const nextCode = (prefix: string): string => `${prefix}${(counter += 1)}`;

/** Builders for the directory: what a test does not care about gets a sensible value. Codes never repeat. */
export async function buildUnit(
  db: Writer,
  given: { code?: string; name?: string; kind?: UnitKind; parent?: BuiltUnit } = {},
): Promise<BuiltUnit> {
  const code = given.code ?? nextCode('U');
  const values = [
    code,
    given.name ?? `单位${code}`,
    given.kind ?? 'county-party-gov-department',
    given.parent?.id ?? null,
  ];
  const id = await insert(db, 'INSERT INTO unit (code, name, kind, parent_id) VALUES ($1, $2, $3, $4)', values);
  const path = given.parent ? `${given.parent.path}.${id}` : String(id);
  await db.queryDynamic('UPDATE unit SET path = $2::ltree WHERE id = $1', [id, path]);
  return { id, code, path };
}

export async function buildTeam(
  db: Writer,
  given: { unit: BuiltUnit; code?: string; name?: string; level?: TeamLevel; principals?: number; deputies?: number },
): Promise<Built> {
  const code = given.code ?? nextCode('T');
  const id = await insert(
    db,
    `INSERT INTO team (code, unit_id, name, level, approved_principals, approved_deputies) VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      code,
      given.unit.id,
      given.name ?? `班子${code}`,
      given.level ?? 'township-section',
      given.principals ?? 1,
      given.deputies ?? 3,
    ],
  );
  return { id, code };
}

export async function buildPost(
  db: Writer,
  given: { team: Built; code?: string; name?: string; tier?: PostTier; rank?: PostRank },
): Promise<Built> {
  const code = given.code ?? nextCode('P');
  const tier = given.tier ?? 'deputy';
  const rank = given.rank ?? (tier === 'principal' ? 'ke-principal' : 'ke-deputy');
  const text = 'INSERT INTO post (code, team_id, name, rank, tier) VALUES ($1, $2, $3, $4, $5)';
  return { id: await insert(db, text, [code, given.team.id, given.name ?? `职位${code}`, rank, tier]), code };
}

export async function buildCadre(
  db: Writer,
  given: { code?: string; name?: string; birth?: string; home?: BuiltUnit; civilRank?: string; idBirth?: string } = {},
): Promise<Built> {
  const code = given.code ?? nextCode('C');
  const id = await insert(
    db,
    `INSERT INTO cadre (code, name, sex, birth_month, home_unit_id, civil_rank, id_birth_month)
     VALUES ($1, $2, 'female', $3, $4, $5, $6)`,
    [
      code,
      given.name ?? `干部${code}`,
      given.birth ?? '1975-06',
      given.home?.id ?? null,
      given.civilRank ?? null,
      given.idBirth ?? null,
    ],
  );
  return { id, code };
}

export async function buildAppointment(
  db: Writer,
  given: { cadre: Built; post: Built; from?: string; to?: string; mode?: AppointmentMode; occupiesHeadcount?: boolean },
): Promise<number> {
  return insert(
    db,
    `INSERT INTO appointment (cadre_id, post_id, from_day, to_day, mode, occupies_headcount)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      given.cadre.id,
      given.post.id,
      given.from ?? '2020-01-01',
      given.to ?? null,
      given.mode ?? 'regular',
      given.occupiesHeadcount ?? given.mode !== 'secondment',
    ],
  );
}

/** A cadre in a post of his or her own. */
export async function buildMember(
  db: Writer,
  given: { team: Built; name?: string; birth?: string; from?: string; to?: string; tier?: PostTier; home?: BuiltUnit },
): Promise<{ cadre: Built; post: Built }> {
  const post = await buildPost(db, { team: given.team, tier: given.tier });
  const cadre = await buildCadre(db, { name: given.name, birth: given.birth, home: given.home });
  await buildAppointment(db, { cadre, post, from: given.from, to: given.to });
  return { cadre, post };
}

interface GivenTask {
  code?: string;
  name?: string;
  /** What it applies to: a kind of unit (the default), or one team. */
  unitKind?: UnitKind;
  team?: Built;
  /** Persons; without it the share counts. */
  quantity?: number;
  share?: [num: number, den: number];
  base?: TaskBase;
  age?: [rule: AgeRule, years: number];
  principalOnly?: boolean;
}

/** At least one member 35岁左右 in every county department, unless said otherwise. */
export async function buildTask(db: Writer, given: GivenTask = {}): Promise<Built> {
  const code = given.code ?? nextCode('TASK');
  const [ageRule, ageYears] = given.age ?? ['around', 35];
  const id = await insert(
    db,
    `INSERT INTO staffing_task (code, name, unit_kind, team_id, rule, quantity, share_num, share_den, base, age_rule,
       age_years, principal_only) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      code,
      given.name ?? `任务${code}`,
      given.team ? null : (given.unitKind ?? 'county-party-gov-department'),
      given.team?.id ?? null,
      given.share ? 'ratio-ceil' : 'at-least',
      given.share ? null : (given.quantity ?? 1),
      given.share?.[0] ?? null,
      given.share?.[1] ?? null,
      given.base ?? 'approved-headcount',
      ageRule,
      ageYears,
      given.principalOnly ?? false,
    ],
  );
  return { id, code };
}

async function insert(db: Writer, text: string, values: unknown[]): Promise<number> {
  const { rows } = await db.queryDynamic<{ id: number }>(`${text} RETURNING id`, values);
  const [row] = rows;
  if (!row) throw new Error('nothing was inserted');
  return row.id;
}
