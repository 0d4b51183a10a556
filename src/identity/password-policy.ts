export const PASSWORD_MIN_LENGTH = 10;
/** Longer ones would only keep the processor busy. */
export const PASSWORD_MAX_LENGTH = 128;
const MIN_CLASSES = 3;

export type PasswordProblem = 'too-short' | 'too-long' | 'too-plain' | 'contains-username' | 'well-known';

const CLASSES = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];

// What stands in manuals and is tried first, whatever year or exclamation mark follows it.
const WELL_KNOWN = new Set(
  'admin administrator sysadmin secadmin auditadmin root user test guest password passwd pass welcome qwerty qwertyuiop abc abcd changeme letmein master manager system default qingpei zzb'.split(
    ' ',
  ),
);
const LOOKALIKES: Readonly<Record<string, string>> = { '@': 'a', $: 's', '0': 'o', '1': 'i', '3': 'e' };

/**
 * What keeps a password from being accepted; empty when it is.
 * Three kinds out of lower case (or Chinese), upper case, digit and other are asked for (handbook §4.3, complexity).
 */
export function passwordProblems(password: string, username: string): PasswordProblem[] {
  const problems: PasswordProblem[] = [];
  if (password.length < PASSWORD_MIN_LENGTH) problems.push('too-short');
  if (password.length > PASSWORD_MAX_LENGTH) problems.push('too-long');
  if (CLASSES.filter((kind) => kind.test(password)).length < MIN_CLASSES) problems.push('too-plain');
  if (password.toLowerCase().includes(username.toLowerCase())) problems.push('contains-username');
  if (WELL_KNOWN.has(coreOf(password))) problems.push('well-known');
  return problems;
}

// 'P@ssw0rd-2026!' → 'password': its letters, lookalikes read as letters, without what stands before and after.
function coreOf(password: string): string {
  const core = password
    .toLowerCase()
    .replace(/^[^a-z@$]+/, '')
    .replace(/[^a-z]+$/, '');
  return core.replaceAll(/[@$013]/g, (character) => LOOKALIKES[character] ?? '').replaceAll(/[^a-z]/g, '');
}
