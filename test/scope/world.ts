import { readFileSync } from 'node:fs';
import type { Db } from '../../src/platform/index.js';
import { buildMember, buildPost, buildTask, buildTeam, buildUnit, type BuiltUnit } from '../support/factories.js';

/** A county with two departments side by side, an office below the first, and another county: each with all it can hold. */
export const PLACES = ['COUNTY', 'OWN', 'CHILD', 'SIBLING', 'OTHER'] as const;
export type Place = (typeof PLACES)[number];

export interface World {
  units: Record<Place, BuiltUnit>;
  /** Number of each place's proposal; its filing has the same. */
  cases: Record<Place, number>;
}

/** Every code and name begins with the place, so that an answer tells whose rows are in it. */
export async function buildWorld(db: Db): Promise<World> {
  const county = await buildUnit(db, { code: 'COUNTY', name: 'COUNTY', kind: 'county-level-area' });
  const own = await buildUnit(db, { code: 'OWN', name: 'OWN', parent: county });
  const units: Record<Place, BuiltUnit> = {
    COUNTY: county,
    OWN: own,
    CHILD: await buildUnit(db, { code: 'CHILD', name: 'CHILD', parent: own }),
    SIBLING: await buildUnit(db, { code: 'SIBLING', name: 'SIBLING', parent: county }),
    OTHER: await buildUnit(db, { code: 'OTHER', name: 'OTHER', kind: 'county-level-area' }),
  };
  await db.queryDynamic(`INSERT INTO app_user (username, display_name) VALUES ('author', '经办')`);
  const cases = {} as Record<Place, number>;
  for (const place of PLACES) cases[place] = await furnish(db, place, units[place]);
  return { units, cases };
}

async function furnish(db: Db, place: Place, unit: BuiltUnit): Promise<number> {
  const team = await buildTeam(db, { unit, code: `${place}-T`, name: `${place}班子` });
  const { cadre } = await buildMember(db, { team, name: `${place}干部`, home: unit, tier: 'principal' });
  const vacancy = await buildPost(db, { team, code: `${place}-P` });
  await buildTask(db, { team, code: `${place}-TASK`, name: `${place}任务` });
  const { rows } = await db.queryDynamic<{ id: number }>(
    `INSERT INTO proposal (${CASE}, title, reason) VALUES (${caseValues(place)}, '${place}动议', '') RETURNING id`,
    [unit.id],
  );
  const id = rows[0]!.id;
  await db.queryDynamic(
    `INSERT INTO filing (${CASE}, proposal_id) OVERRIDING SYSTEM VALUE VALUES (${caseValues(place)}, $2)`,
    [unit.id, id],
  );
  await db.queryDynamic(
    `INSERT INTO proposal_item (proposal_id, ordinal, cadre_id, appoint_post_id, kind) VALUES ($1, 1, $2, $3, 'promote')`,
    [id, cadre.id, vacancy.id],
  );
  await db.queryDynamic(
    `INSERT INTO approval_form (cadre_id, content_cipher, content_hash, imported_by, imported_at)
     VALUES ($1, $2::bytea, $2::bytea, 1, now())`,
    [cadre.id, Buffer.from(place)],
  );
  for (const text of OF_CASE) await db.queryDynamic(text, [id, place, unit.id]);
  await furnishRound(db, place, unit);
  await furnishWarning(db, place, unit);
  await furnishMeeting(db, place, unit, id);
  await db.queryDynamic(
    `INSERT INTO integrity_opinion (${CASE}, proposal_id, cadre_code) VALUES (${caseValues(place)}, $2, '${place}-C')`,
    [unit.id, id],
  );
  await db.queryDynamic(`INSERT INTO prior_report (${CASE}, proposal_id) VALUES (${caseValues(place)}, $2)`, [
    unit.id,
    id,
  ]);
  await db.queryDynamic(
    `INSERT INTO team_notice (kind, unit_id, team_id, post_id, day, months, tasks, shortfall, told_at)
     SELECT 'vacancy', $1, team_id, id, '2026-06-01', 0, '{}', 1, now() FROM post WHERE id = $2`,
    [unit.id, vacancy.id],
  );
  for (const text of OF_PERSON) await db.queryDynamic(text, [cadre.id]);
  return id;
}

/** A warning of the place's team, the letter that belongs to it, and a circular with its copy. Word of changed seats comes with the seats. */
async function furnishWarning(db: Db, place: Place, unit: BuiltUnit): Promise<void> {
  await db.queryDynamic(
    `WITH warned AS (
       INSERT INTO warning (${CASE}, team_code, task_code, since, level, severity, shortfall, delivered, plan_broken)
       VALUES (${caseValues(place)}, '${place}-T', '${place}-TASK', '2026-06-30', 'A', 3, 1, 0, false) RETURNING id
     )
     INSERT INTO official_letter (workflow, case_id, unit_id, kind, document_no, content, hash, issued_at)
     SELECT 'warning', id, $1, 'reminder', '${place}', '{}', repeat('0', 64), now() FROM warned`,
    [unit.id],
  );
  await db.queryDynamic(
    `WITH issued AS (
       INSERT INTO circular (${CASE}, stocktake_id)
       SELECT ${caseValues(place)}, id FROM stocktake WHERE unit_id = $1 RETURNING id
     )
     INSERT INTO circular_unit (${CASE}, circular_id) SELECT ${caseValues(place)}, id FROM issued`,
    [unit.id],
  );
}

/** A meeting of the place that has the place's proposal on its agenda. */
async function furnishMeeting(db: Db, place: Place, unit: BuiltUnit, proposal: number): Promise<void> {
  await db.queryDynamic(
    `WITH held AS (INSERT INTO meeting (${CASE}) VALUES (${caseValues(place)}) RETURNING id)
     INSERT INTO meeting_item (meeting_id, unit_id, proposal_id, open) SELECT id, $1, $2, true FROM held`,
    [unit.id, proposal],
  );
}

/** A round of its own in each place, with a side, a frozen row and a letter. */
async function furnishRound(db: Db, place: Place, unit: BuiltUnit): Promise<void> {
  const values = caseValues(place);
  const quarter = `202${PLACES.indexOf(place)}Q1`;
  await db.queryDynamic(
    `WITH round AS (
       INSERT INTO stocktake (${CASE}, quarter) VALUES (${values}, $2) RETURNING id
     ), side AS (
       INSERT INTO stocktake_unit (${CASE}, stocktake_id) SELECT ${values}, id FROM round RETURNING id
     ), snapshot AS (
       INSERT INTO ledger_snapshot (stocktake_id, revision, quarter, reference_day, policy_version, rows, hash, taken_at)
       SELECT id, 1, $2, '2026-03-31', 1, 1, repeat('0', 64), now() FROM round RETURNING id
     ), frozen AS (
       INSERT INTO ledger_snapshot_row (snapshot_id, ordinal, unit_id, level, severity, due, actual, shortfall, body, hash)
       SELECT id, 1, $1, 'A', 3, 1, 0, 1, '{}', '' FROM snapshot
     )
     INSERT INTO feedback_letter (stocktake_unit_id, unit_id, snapshot_id, content, hash, issued_at)
     SELECT side.id, $1, snapshot.id, '{}', '', now() FROM side, snapshot`,
    [unit.id, quarter],
  );
}

const CONTEXT = JSON.stringify(
  (JSON.parse(readFileSync('machines/proposal/golden/r1.draft.json', 'utf8')) as { context: object }).context,
);
const CASE = `unit_id, state, state_path, context, version, machine_revision, created_by, created_at, updated_at, create_command_id`;
const caseValues = (place: Place): string => `$1, '"draft"', 'draft', '${CONTEXT}', 1, 1, 1, now(), now(), '${place}'`;

const OF_CASE = [
  `INSERT INTO case_event (workflow, case_id, version, type, state, actor_id, actor_role, at, payload, facts, command_id,
     machine_revision, policy_version, unit_id)
   VALUES ('proposal', $1, 1, 'CREATE', '"draft"', 1, 'clerk', now(), jsonb_build_object('note', $2::text), '{}', $2, 1, 1, $3)`,
  `INSERT INTO deadline (workflow, case_id, name, armed_version, start_day, due_day, provisional, unit_id)
   VALUES ('proposal', $1, $2, 1, '2026-06-30', '2026-07-07', false, $3)`,
  `INSERT INTO deadline_reminder (deadline_id, working_days, kind, roles, due_at, policy_version, calendar_version, unit_id)
   SELECT id, 0, 'reminder', '{}', now(), 1, 1, $3 FROM deadline WHERE case_id = $1 AND name = $2`,
  `INSERT INTO outbox (workflow, case_id, version, ordinal, effect, params, created_at, next_attempt_at, unit_id)
   VALUES ('proposal', $1, 1, 1, 'none', jsonb_build_object('note', $2::text), now(), now(), $3)`,
  `INSERT INTO case_comment (workflow, case_id, author_id, body, command_id, created_at, unit_id)
   VALUES ('proposal', $1, 1, $2, $2, now(), $3)`,
  `INSERT INTO case_card (workflow, case_id, unit_id, created_by, created_at, version, done, since, updated_at, from_day,
     returned, state_path, title, flags, roles, barred, asked, made_by)
   VALUES ('proposal', $1, $3, 1, now(), 1, false, now(), now(), '2026-06-30', false, 'draft', $2, '{}', '{}', '{}', '{}', '')`,
  `INSERT INTO case_copy (workflow, case_id, unit_id, user_id, sent_by, sent_at)
   SELECT 'proposal', $1, $3, 1, 1, now() WHERE $2::text <> ''`,
  `INSERT INTO notice (user_id, key, kind, workflow, case_id, unit_id, version, state_path, late, at)
   VALUES (1, $2, 'step', 'proposal', $1, $3, 1, 'draft', false, now())`,
  `INSERT INTO case_attachment (workflow, case_id, name, media_type, size, sha256, content, uploaded_by, created_at, unit_id)
   VALUES ('proposal', $1, $2, 'text/plain', 1, sha256($2::text::bytea), 'x', 1, now(), $3)`,
];

const OF_PERSON = [
  'INSERT INTO cadre_profile (cadre_id, updated_at) VALUES ($1, now())',
  `INSERT INTO cadre_relative (cadre_id, ordinal, relation) VALUES ($1, 1, '妻子')`,
  `INSERT INTO cadre_assessment (cadre_id, year, grade) VALUES ($1, 2025, 'competent')`,
  `INSERT INTO cadre_measure (cadre_id, ordinal, kind, from_day) VALUES ($1, 1, 'admonition', '2026-01-01')`,
  `INSERT INTO cadre_rank (cadre_id, rank, since_month) VALUES ($1, '一级科员', '2020-01')`,
  `INSERT INTO cadre_particulars (cadre_id, native_place) VALUES ($1, '某省甲市')`,
  `INSERT INTO cadre_education (cadre_id, ordinal, mode, diploma) VALUES ($1, 1, 'full-time', '大学')`,
  `INSERT INTO cadre_reward (cadre_id, ordinal, name, on_month) VALUES ($1, 1, '嘉奖', '2025-01')`,
  `INSERT INTO cadre_training (cadre_id, ordinal, name, from_day, to_day) VALUES ($1, 1, '培训班', '2025-01-01', '2025-01-02')`,
  `INSERT INTO cadre_archive_review (cadre_id, reviewed_on, birth, work_start, party_join, education, career, identity)
   VALUES ($1, '2025-01-01', 'consistent', 'consistent', 'consistent', 'consistent', 'consistent', 'consistent')`,
];
