import { type Db, StartupError } from '../../platform/index.js';
import { sentenceFor } from '../identity.refusals.js';
import { storePassword } from '../own-password.js';
import { hashPassword } from '../password-hash.js';
import { requireSoundPassword } from './install.js';

/**
 * Sets a password from the console of the machine itself, for administrators whom nobody may reset from within. It
 * serves for one sign-in, and ends every session of the user.
 */
export async function resetPasswordFromConsole(
  db: Db,
  username: string,
  password: string,
  history: number,
): Promise<void> {
  requireSoundPassword(password, username);
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    const { rows } = await tx.query<{ id: number }>(
      'identity-console-reset',
      `UPDATE app_user SET failed_sign_ins = 0, locked_until = NULL WHERE username = lower($1) RETURNING id`,
      [username],
    );
    const [user] = rows;
    if (user === undefined) throw new StartupError('USER_NOT_FOUND', sentenceFor('USER_NOT_FOUND'));
    await storePassword(tx, { userId: user.id, passwordHash, isInitial: true, history });
    await tx.query('identity-end-sessions', 'DELETE FROM session WHERE user_id = $1', [user.id]);
  });
}
