import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secured, securedByUnit, within } from './unit-rule.js';

/**
 * The database keeps each unit's rows from everybody who has no business there. A transaction says in `qingpei.scope` how
 * far it reaches: '*' is the whole tree, '{1.2,1.7}' these units and what is below them, nothing said is nothing seen. The
 * rules hold for the tables' owner too.
 */
export class RowLevelSecurity1760000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(SCOPE_FUNCTIONS);
    await db.query(UNIT_PATHS);
    await db.query(MOVES);
    await db.query(UNITS_OF_HISTORY);
    await db.query(POLICIES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/**
 * The rest of a function that looks beyond the reach of whoever calls it, and puts that reach back. (A function's own SET
 * clause would need a superuser's permission for a setting of ours.)
 */
const seeingAll = (declared: string, work: string, end: string): string => `
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE reach text := coalesce(current_setting('qingpei.scope', true), ''); ${declared}
    BEGIN
      PERFORM set_config('qingpei.scope', '*', true);
      ${work}
      PERFORM set_config('qingpei.scope', reach, true);
      ${end}
    END $$;`;

const SCOPE_FUNCTIONS = `
  CREATE FUNCTION qingpei_whole_tree() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(current_setting('qingpei.scope', true), '') = '*' $$;

  -- An unknown form of the setting is an error, never a reach.
  CREATE FUNCTION qingpei_scope() RETURNS ltree[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE coalesce(current_setting('qingpei.scope', true), '')
      WHEN '' THEN '{}' WHEN '*' THEN '{}' ELSE current_setting('qingpei.scope', true) END::ltree[] $$;

  -- Who signs in has no scope yet: it follows from where the granted units stand.
  CREATE FUNCTION granted_unit_path(unit_id bigint) RETURNS ltree ${seeingAll(
    'found ltree;',
    'found := (SELECT path FROM unit WHERE id = granted_unit_path.unit_id);',
    'RETURN found;',
  )}`;

/** A column that follows from the row it points to, whatever a statement says. */
const derived = (table: string, column: string, key: string, parent: string, source: string): string => `
  CREATE FUNCTION derive_${table}_${column}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.${column} := (SELECT parent.${source} FROM ${parent} parent WHERE parent.id = NEW.${key});
      RETURN NEW;
    END $$;
  UPDATE ${table} SET ${column} = parent.${source} FROM ${parent} parent WHERE parent.id = ${table}.${key};
  CREATE TRIGGER derive_${table}_${column} BEFORE INSERT OR UPDATE OF ${key}, ${column} ON ${table}
    FOR EACH ROW EXECUTE FUNCTION derive_${table}_${column}();`;

/** '' would be a place within no unit: a unit gets its path before anything belongs to it. */
const required = (table: string): string => `
  ALTER TABLE ${table} ALTER COLUMN unit_path SET NOT NULL,
    ADD CONSTRAINT ${table}_unit_is_placed CHECK (unit_path <> '');`;

// Asked by way of their unit, every statement over seats and people would be planned with dozens of subqueries and take
// five times as long. The path stands in the row instead.
const UNIT_PATHS = `
  ALTER TABLE team ADD COLUMN unit_path ltree;
  ALTER TABLE post ADD COLUMN unit_path ltree;
  ALTER TABLE appointment ADD COLUMN unit_path ltree;
  ALTER TABLE cadre ADD COLUMN home_path ltree;
  ${derived('team', 'unit_path', 'unit_id', 'unit', 'path')}
  ${derived('post', 'unit_path', 'team_id', 'team', 'unit_path')}
  ${derived('appointment', 'unit_path', 'post_id', 'post', 'unit_path')}
  ${derived('cadre', 'home_path', 'home_unit_id', 'unit', 'path')}
  ${['team', 'post', 'appointment'].map(required).join('')}

  -- Whoever belongs nowhere yet is everybody's to propose; whether seats are held elsewhere only the whole tree can tell.
  CREATE FUNCTION belongs_nowhere(cadre_id bigint) RETURNS boolean ${seeingAll(
    'found boolean;',
    'found := EXISTS (SELECT FROM appointment seat WHERE seat.cadre_id = belongs_nowhere.cadre_id);',
    'RETURN NOT found;',
  )}`;

/** Hands a changed path down, also to rows outside the reach of whoever caused it. */
const handDown = (table: string, column: string, condition: string, updates: string): string => `
  CREATE FUNCTION hand_down_${table}_path() RETURNS trigger ${seeingAll('', updates, 'RETURN NULL;')}
  CREATE TRIGGER hand_down_${table}_path AFTER UPDATE ON ${table} FOR EACH ROW
    WHEN (OLD.${column} IS DISTINCT FROM NEW.${column} ${condition}) EXECUTE FUNCTION hand_down_${table}_path();`;

const MOVES = `
  ${handDown(
    'unit',
    'path',
    `AND OLD.path <> ''`,
    `UPDATE team SET unit_path = NEW.path WHERE unit_id = NEW.id;
     UPDATE cadre SET home_path = NEW.path WHERE home_unit_id = NEW.id;`,
  )}
  ${handDown('team', 'unit_path', '', 'UPDATE post SET unit_path = NEW.unit_path WHERE team_id = NEW.id;')}
  ${handDown('post', 'unit_path', '', 'UPDATE appointment SET unit_path = NEW.unit_path WHERE post_id = NEW.id;')}`;

const OF_CASES = ['case_event', 'deadline', 'outbox', 'case_comment', 'case_attachment'];

// A case never changes its unit, so what belongs to it may say which one it is; no rule has to know the workflows.
const UNITS_OF_HISTORY = `
  ALTER TABLE proposal_item ADD COLUMN unit_id bigint REFERENCES unit;
  ${derived('proposal_item', 'unit_id', 'proposal_id', 'proposal', 'unit_id')}
  ALTER TABLE proposal_item ALTER COLUMN unit_id SET NOT NULL;
  ALTER TABLE case_event DISABLE TRIGGER case_event_is_history;
  ${OF_CASES.map(
    (table) => `
  ALTER TABLE ${table} ADD COLUMN unit_id bigint REFERENCES unit;
  UPDATE ${table} SET unit_id = of_case.unit_id
  FROM (SELECT 'proposal' AS workflow, id, unit_id FROM proposal
        UNION ALL SELECT 'filing', id, unit_id FROM filing) AS of_case
  WHERE of_case.workflow = ${table}.workflow AND of_case.id = ${table}.case_id;
  ALTER TABLE ${table} ALTER COLUMN unit_id SET NOT NULL;`,
  ).join('')}
  ALTER TABLE case_event ENABLE TRIGGER case_event_is_history;`;

const OF_UNITS = ['proposal', 'filing', 'proposal_item', ...OF_CASES];

const POLICIES = `
  ${secured('unit', within('path'))}
  -- Every page names the superiors of a unit; a name is all there is to see. '' is above everything and no superior.
  CREATE POLICY superiors ON unit FOR SELECT
    USING (path <> '' AND path @> ANY ((SELECT qingpei_scope())::ltree[]));
  ${['team', 'post', 'appointment'].map((table) => secured(table, within('unit_path'))).join('')}
  ${secured(
    'cadre',
    `${within('home_path')}
     -- Of seats held or once held only those within reach are there to be found.
     OR EXISTS (SELECT FROM appointment seat WHERE seat.cadre_id = cadre.id)
     OR (home_unit_id IS NULL AND (SELECT qingpei_scope()) <> '{}' AND belongs_nowhere(id))`,
  )}
  -- Tasks set for a kind of unit are the city's rules and name nobody.
  ${secured('staffing_task', 'unit_kind IS NOT NULL OR EXISTS (SELECT FROM team WHERE team.id = staffing_task.team_id)')}
  ${OF_UNITS.map(securedByUnit).join('')}`;
