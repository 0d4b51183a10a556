import { refuse } from './identity.refusals.js';
import { passwordProblems } from './password-policy.js';

/** @refuses PASSWORD_TOO_WEAK - with everything that is wrong with it */
export function requireStrongPassword(password: string, username: string): void {
  const problems = passwordProblems(password, username);
  if (problems.length > 0) refuse('PASSWORD_TOO_WEAK', { problems });
}
