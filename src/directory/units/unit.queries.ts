import { Inject, Injectable } from '@nestjs/common';
import { UNIT_KINDS, type UnitKind } from '../../../machines/rules/index.js';
import { Db, refuse, type ScopeHolder, visiblePaths } from '../../platform/index.js';
import { findUnit } from '../find-unit.js';
import type { Page } from '../page.js';
import { isSound, soundMatcher } from '../sound/match-sound.js';
import type { UnitRowView, UnitsQuery, UnitView } from './unit.dto.js';

const LIST = `
  SELECT unit.code, unit.name, unit.kind, parent.code AS parent, nlevel(unit.path) AS level,
    (SELECT count(*) FROM unit child WHERE child.parent_id = unit.id) AS children,
    (SELECT count(*) FROM team WHERE team.unit_id = unit.id) AS teams
  FROM unit LEFT JOIN unit parent ON parent.id = unit.parent_id
  WHERE unit.path <@ ANY($1::ltree[]) AND ($2::ltree IS NULL OR unit.path <@ $2::ltree)
    AND ($3::text IS NULL OR unit.kind = $3) AND ($4::text IS NULL OR unit.code = $4 OR strpos(unit.name, $4) > 0 OR unit.name = ANY ($5::text[]))
  ORDER BY unit.path LIMIT $6 OFFSET $7`;

const COUNT = `
  SELECT count(*) AS total FROM unit
  WHERE path <@ ANY($1::ltree[]) AND ($2::ltree IS NULL OR path <@ $2::ltree)
    AND ($3::text IS NULL OR kind = $3) AND ($4::text IS NULL OR code = $4 OR strpos(name, $4) > 0 OR name = ANY ($5::text[]))`;

const DETAIL = `
  SELECT unit.code, unit.name, unit.kind, parent.code AS parent, nlevel(unit.path) AS level,
    (SELECT coalesce(json_agg(json_build_object('code', above.code, 'name', above.name) ORDER BY above.path), '[]')
     FROM unit above WHERE above.path @> unit.path AND above.id <> unit.id) AS parents,
    (SELECT coalesce(json_agg(json_build_object('code', child.code, 'name', child.name, 'kind', child.kind)
       ORDER BY child.id), '[]') FROM unit child WHERE child.parent_id = unit.id) AS children,
    (SELECT coalesce(json_agg(json_build_object('code', team.code, 'name', team.name) ORDER BY team.id), '[]')
     FROM team WHERE team.unit_id = unit.id) AS teams
  FROM unit LEFT JOIN unit parent ON parent.id = unit.parent_id
  WHERE unit.code = $1 AND unit.path <@ ANY($2::ltree[])`;

@Injectable()
export class UnitQueries {
  constructor(@Inject(Db) private readonly db: Db) {}

  /** The tree, flattened: parents come before what is below them. */
  async list(caller: ScopeHolder, { under, kind, query, limit, offset }: UnitsQuery): Promise<Page<UnitRowView>> {
    const scope = visiblePaths(caller);
    const root = under === undefined ? null : (await findUnit(this.db, under, scope)).path;
    const filter = [scope, root, kind ?? null, query ?? null, await this.soundingLike(query, scope)];
    const listed = await this.db.query<Omit<UnitRowView, 'kindLabel'>>('units.list', LIST, [...filter, limit, offset]);
    const counted = await this.db.query<{ total: number }>('units.count', COUNT, filter);
    return { items: listed.rows.map(withLabel), total: counted.rows[0]?.total ?? 0, limit, offset };
  }

  /** @returns names within reach that sound like what was typed; none unless it was typed in letters */
  private async soundingLike(query: string | undefined, scope: readonly string[]): Promise<string[]> {
    if (query === undefined || !isSound(query)) return [];
    const matches = await soundMatcher(query);
    const text = 'SELECT DISTINCT name FROM unit WHERE path <@ ANY($1::ltree[])';
    const { rows } = await this.db.query<{ name: string }>('units.names', text, [scope]);
    return rows.map(({ name }) => name).filter(matches);
  }

  /** @refuses NOT_FOUND - no such unit within the caller's reach */
  async get(caller: ScopeHolder, code: string): Promise<UnitView> {
    const { rows } = await this.db.query<Omit<UnitView, 'kindLabel'>>('units.get', DETAIL, [
      code,
      visiblePaths(caller),
    ]);
    const [row] = rows;
    return row ? withLabel(row) : refuse('NOT_FOUND', { kind: 'unit', code });
  }
}

function withLabel<T extends { kind: UnitKind }>(row: T): T & { kindLabel: string } {
  return { ...row, kindLabel: UNIT_KINDS[row.kind] };
}
