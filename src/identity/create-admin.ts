import type { Db } from '../platform/index.js';
import { addAdministrator } from './install/install.js';
import { withPrompt } from './install/prompt.js';

/**
 * Makes one more system administrator from the console of the machine itself; `install` makes all three.
 * @param name as typed by the operator
 */
export function createAdmin(db: Db, name: string, password: string, today: string): Promise<void> {
  return addAdministrator(db, { role: 'sysadmin', username: name, displayName: name, password }, today);
}

/** Reads a password: asked for without echo at a terminal, else the first line of standard input. */
export function readPassword(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Promise<string> {
  return withPrompt(input, output, (prompt) => prompt.askSecret('口令：'));
}
