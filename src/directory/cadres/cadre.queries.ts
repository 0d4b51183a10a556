import { Inject, Injectable } from '@nestjs/common';
import { ageAt, type Day } from '../../../machines/rules/index.js';
import { asSystem, Clock, Db, refuse, type ScopeHolder, visiblePaths } from '../../platform/index.js';
import { findUnit } from '../find-unit.js';
import type { Page } from '../page.js';
import { isSound, soundMatcher } from '../sound/match-sound.js';
import type { CadreRowView, CadresQuery, CadreView } from './cadre.dto.js';

/**
 * A cadre is visible to whoever sees the home unit or a unit with a post that he or she holds or held; people who belong
 * nowhere yet, to whoever sees the whole tree.
 */
const VISIBLE = `
  (''::ltree = ANY($1::ltree[])
   OR EXISTS (SELECT FROM unit WHERE unit.id = cadre.home_unit_id AND unit.path <@ ANY($1::ltree[]))
   OR EXISTS (SELECT FROM appointment seat JOIN post ON post.id = seat.post_id JOIN team ON team.id = post.team_id
     JOIN unit ON unit.id = team.unit_id WHERE seat.cadre_id = cadre.id AND unit.path <@ ANY($1::ltree[])))`;

/** The same people found from the units' side: the way to go when the units are few and the cadres many. */
const OF_UNITS = `
  cadre.id IN (
    SELECT own.id FROM unit JOIN cadre own ON own.home_unit_id = unit.id WHERE unit.path <@ ANY($1::ltree[])
    UNION
    SELECT seat.cadre_id FROM unit JOIN team ON team.unit_id = unit.id JOIN post ON post.team_id = team.id
      JOIN appointment seat ON seat.post_id = post.id WHERE unit.path <@ ANY($1::ltree[]))`;

const NAMED_LIKE =
  '($2::text IS NULL OR cadre.code = $2 OR strpos(cadre.name, $2) > 0 OR cadre.name = ANY ($3::text[]))';

const LISTED = `
  SELECT cadre.id, cadre.code, cadre.name, cadre.sex, cadre.birth_month AS birth, cadre.civil_rank AS "civilRank"
  FROM cadre`;

const HOME = `CASE WHEN home.id IS NOT NULL THEN json_build_object('code', home.code, 'name', home.name) END AS "homeUnit"`;

const POSTS_ON = `
  SELECT cadre.id, ${HOME}, (SELECT coalesce(json_agg(json_build_object('code', post.code, 'name', post.name, 'team', team.code,
        'teamName', team.name) ORDER BY post.id), '[]')
     FROM appointment seat JOIN post ON post.id = seat.post_id JOIN team ON team.id = post.team_id
     WHERE seat.cadre_id = cadre.id AND seat.from_day <= $2::date
       AND (seat.to_day IS NULL OR seat.to_day > $2::date)) AS posts
  FROM cadre LEFT JOIN unit home ON home.id = cadre.home_unit_id WHERE cadre.id = ANY($1)`;

const DETAIL = `
  SELECT cadre.id, cadre.code, cadre.name, cadre.sex, cadre.birth_month AS birth, cadre.civil_rank AS "civilRank",
    cadre.ethnicity, cadre.political_status AS "politicalStatus", cadre.work_start_month AS "workStart",
    cadre.party_join_month AS "partyJoin", cadre.full_time_education AS "fullTimeEducation",
    cadre.in_service_education AS "inServiceEducation", cadre.rank_since_month AS "rankSince",
    cadre.id_number_mask AS "idNumber",
    coalesce(cadre.id_birth_month <> cadre.birth_month, false) AS "idBirthDiffers"
  FROM cadre WHERE cadre.code = $2 AND ${VISIBLE}`;

const CAREER = `
  SELECT ${HOME},
    (SELECT coalesce(json_agg(json_build_object('post', post.code, 'postName', post.name, 'team', team.code,
        'teamName', team.name, 'tier', post.tier, 'rank', post.rank, 'mode', seat.mode,
        'occupiesHeadcount', seat.occupies_headcount, 'from', seat.from_day, 'to', seat.to_day)
        ORDER BY seat.from_day DESC, seat.id DESC), '[]')
     FROM appointment seat JOIN post ON post.id = seat.post_id JOIN team ON team.id = post.team_id
     WHERE seat.cadre_id = cadre.id) AS terms
  FROM cadre LEFT JOIN unit home ON home.id = cadre.home_unit_id WHERE cadre.id = $1`;

type Places = Pick<CadreRowView, 'homeUnit' | 'posts'>;
type Career = Pick<CadreView, 'homeUnit' | 'terms'>;

/** A person who is seen is seen whole: with the home unit and with posts that lie elsewhere. */
@Injectable()
export class CadreQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(caller: ScopeHolder, { query, unit, asOf, limit, offset }: CadresQuery): Promise<Page<CadreRowView>> {
    const visible = visiblePaths(caller);
    const scope = unit === undefined ? visible : [(await findUnit(this.db, unit, visible)).path];
    const [name, where] = scope.includes('') ? ['all', `''::ltree = ANY($1::ltree[])`] : ['of-units', OF_UNITS];
    const filter = [scope, query ?? null, await this.soundingLike(query, name, where, scope)];
    const counted = await this.db.query<{ total: number }>(
      `cadres.count-${name}`,
      `SELECT count(*) AS total FROM cadre WHERE ${where} AND ${NAMED_LIKE}`,
      filter,
    );
    const { rows } = await this.db.query<Omit<CadreRowView, keyof Places> & { id: number }>(
      `cadres.list-${name}`,
      `${LISTED} WHERE ${where} AND ${NAMED_LIKE} ORDER BY cadre.code LIMIT $4 OFFSET $5`,
      [...filter, limit, offset],
    );
    const places = await this.placesOf(
      rows.map(({ id }) => id),
      asOf ?? this.clock.today(),
    );
    const items = rows.map(({ id, ...row }) => ({ ...row, ...(places.get(id) ?? { homeUnit: null, posts: [] }) }));
    return { items, total: counted.rows[0]?.total ?? 0, limit, offset };
  }

  /** @returns names within reach that sound like what was typed; none unless it was typed in letters */
  private async soundingLike(
    query: string | undefined,
    name: string,
    where: string,
    scope: readonly string[],
  ): Promise<string[]> {
    if (query === undefined || !isSound(query)) return [];
    const matches = await soundMatcher(query);
    const text = `SELECT DISTINCT cadre.name FROM cadre WHERE ${where}`;
    const { rows } = await this.db.query<{ name: string }>(`cadres.names-${name}`, text, [scope]);
    return rows.map((row) => row.name).filter(matches);
  }

  /** @refuses NOT_FOUND - no such cadre within the caller's reach */
  async get(caller: ScopeHolder, code: string): Promise<CadreView> {
    const scope = visiblePaths(caller);
    type Seen = Omit<CadreView, 'ageYears' | keyof Career> & { id: number };
    const { rows } = await this.db.query<Seen>('cadres.get', DETAIL, [scope, code]);
    if (!rows[0]) return refuse('NOT_FOUND', { kind: 'cadre', code });
    const { id, ...row } = rows[0];
    const career = await asSystem('directory.whole-person', () => this.db.query<Career>('cadres.career', CAREER, [id]));
    const { homeUnit, terms } = career.rows[0] ?? { homeUnit: null, terms: [] };
    return { ...row, homeUnit, terms, ageYears: ageAt(row.birth, this.clock.today()).years };
  }

  /** Whether there is such a cadre within somebody's reach. */
  async reaches(caller: ScopeHolder, code: string): Promise<boolean> {
    const text = `SELECT FROM cadre WHERE cadre.code = $2 AND ${VISIBLE}`;
    const { rowCount } = await this.db.query('cadres.reaches', text, [visiblePaths(caller), code]);
    return rowCount !== 0;
  }

  private async placesOf(ids: readonly number[], day: Day): Promise<Map<number, Places>> {
    const { rows } = await asSystem('directory.whole-person', () =>
      this.db.query<Places & { id: number }>('cadres.posts-on', POSTS_ON, [ids, day]),
    );
    return new Map(rows.map(({ id, ...places }) => [id, places]));
  }
}
