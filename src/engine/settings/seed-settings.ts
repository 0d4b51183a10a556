import { DEFAULT_POLICY } from '../../../machines/rules/index.js';
import type { Db } from '../../platform/index.js';
import { seedCalendar } from './calendar-seed.js';

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
  await db.transaction(async (tx) => {
    await tx.query(
      'seed-policy',
      `INSERT INTO policy_version (version, body, note) VALUES (1, $1::jsonb, $2) ON CONFLICT DO NOTHING`,
      [JSON.stringify(DEFAULT_POLICY), '初始设置'],
    );
    await seedCalendar(tx);
  });
}
