import { DEFAULT_POLICY } from '../../../machines/rules/index.js';
import type { Db } from '../../platform/index.js';
import { publishedCalendar } from './calendar-seed.js';

/**
 * Gives a new installation the settings every case needs: policy version 1 and the published working calendar. Settings
 * that are there already stay as they are, so it may run at every start and from several processes at once.
 *
 * @param db the database
 */
export async function seedSettings(db: Db): Promise<void> {
  const { rows } = await db.query<{ seeded: boolean }>(
    'settings-seeded',
    `SELECT EXISTS (SELECT FROM policy_version) AND EXISTS (SELECT FROM calendar_coverage) AS seeded`,
  );
  if (rows[0]?.seeded === true) return;
  const { coveredFrom, coveredUntil, exceptions } = publishedCalendar();
  await db.transaction(async (tx) => {
    await tx.query(
      'seed-policy',
      `INSERT INTO policy_version (version, body, note) VALUES (1, $1::jsonb, $2) ON CONFLICT DO NOTHING`,
      [JSON.stringify(DEFAULT_POLICY), '初始设置'],
    );
    const covered = await tx.query(
      'seed-calendar-coverage',
      `INSERT INTO calendar_coverage (covered_from, covered_until, version) VALUES ($1, $2, 1)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [coveredFrom, coveredUntil],
    );
    if (covered.rows.length === 0) return;
    await tx.query(
      'seed-calendar-days',
      `INSERT INTO calendar_day (day, kind, name, source)
       SELECT day, kind, name, 'chinese-days' FROM unnest($1::date[], $2::text[], $3::text[]) AS d (day, kind, name)
       ON CONFLICT DO NOTHING`,
      [
        exceptions.map((exception) => exception.day),
        exceptions.map((exception) => exception.kind),
        exceptions.map((exception) => exception.name),
      ],
    );
  });
}
