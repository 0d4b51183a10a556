import { Inject, Injectable } from '@nestjs/common';
import { ageAt } from '../../../machines/rules/index.js';
import { Clock, Db, refuse, type ScopeHolder, visiblePaths } from '../../platform/index.js';
import { findUnit } from '../find-unit.js';
import type { Page } from '../page.js';
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

const NAMED_LIKE = '($2::text IS NULL OR cadre.code = $2 OR strpos(cadre.name, $2) > 0)';

const LISTED = `
  SELECT cadre.code, cadre.name, cadre.sex, cadre.birth_month AS birth, cadre.civil_rank AS "civilRank",
    CASE WHEN home.id IS NOT NULL THEN json_build_object('code', home.code, 'name', home.name) END AS "homeUnit",
    (SELECT coalesce(json_agg(json_build_object('code', post.code, 'name', post.name, 'team', team.code,
        'teamName', team.name) ORDER BY post.id), '[]')
     FROM appointment seat JOIN post ON post.id = seat.post_id JOIN team ON team.id = post.team_id
     WHERE seat.cadre_id = cadre.id AND seat.from_day <= $3::date
       AND (seat.to_day IS NULL OR seat.to_day > $3::date)) AS posts
  FROM cadre LEFT JOIN unit home ON home.id = cadre.home_unit_id`;

const DETAIL = `
  SELECT cadre.code, cadre.name, cadre.sex, cadre.birth_month AS birth, cadre.civil_rank AS "civilRank",
    CASE WHEN home.id IS NOT NULL THEN json_build_object('code', home.code, 'name', home.name) END AS "homeUnit",
    cadre.ethnicity, cadre.political_status AS "politicalStatus", cadre.work_start_month AS "workStart",
    cadre.party_join_month AS "partyJoin", cadre.full_time_education AS "fullTimeEducation",
    cadre.in_service_education AS "inServiceEducation", cadre.rank_since_month AS "rankSince",
    cadre.id_number_mask AS "idNumber",
    coalesce(cadre.id_birth_month <> cadre.birth_month, false) AS "idBirthDiffers",
    (SELECT coalesce(json_agg(json_build_object('post', post.code, 'postName', post.name, 'team', team.code,
        'teamName', team.name, 'tier', post.tier, 'rank', post.rank, 'mode', seat.mode,
        'occupiesHeadcount', seat.occupies_headcount, 'from', seat.from_day, 'to', seat.to_day)
        ORDER BY seat.from_day DESC, seat.id DESC), '[]')
     FROM appointment seat JOIN post ON post.id = seat.post_id JOIN team ON team.id = post.team_id
     WHERE seat.cadre_id = cadre.id) AS terms
  FROM cadre LEFT JOIN unit home ON home.id = cadre.home_unit_id
  WHERE cadre.code = $2 AND ${VISIBLE}`;

@Injectable()
export class CadreQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(caller: ScopeHolder, { query, unit, limit, offset }: CadresQuery): Promise<Page<CadreRowView>> {
    const visible = visiblePaths(caller);
    const scope = unit === undefined ? visible : [(await findUnit(this.db, unit, visible)).path];
    const [name, where] = scope.includes('') ? ['all', `''::ltree = ANY($1::ltree[])`] : ['of-units', OF_UNITS];
    const filter = [scope, query ?? null];
    const counted = await this.db.query<{ total: number }>(
      `cadres.count-${name}`,
      `SELECT count(*) AS total FROM cadre WHERE ${where} AND ${NAMED_LIKE}`,
      filter,
    );
    const { rows } = await this.db.query<CadreRowView>(
      `cadres.list-${name}`,
      `${LISTED} WHERE ${where} AND ${NAMED_LIKE} ORDER BY cadre.code LIMIT $4 OFFSET $5`,
      [...filter, this.clock.today(), limit, offset],
    );
    return { items: rows, total: counted.rows[0]?.total ?? 0, limit, offset };
  }

  /** @refuses NOT_FOUND - no such cadre within the caller's reach */
  async get(caller: ScopeHolder, code: string): Promise<CadreView> {
    const scope = visiblePaths(caller);
    const { rows } = await this.db.query<Omit<CadreView, 'ageYears'>>('cadres.get', DETAIL, [scope, code]);
    const [row] = rows;
    if (!row) return refuse('NOT_FOUND', { kind: 'cadre', code });
    return { ...row, ageYears: ageAt(row.birth, this.clock.today()).years };
  }
}
