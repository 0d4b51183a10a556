import { DEFAULT_POLICY, type Policy, withLaterSettings } from '../../machines/rules/index.js';
import type { Reader } from './reader.js';

/** The policy that judges ledgers now: the latest version, or the built-in one before any was stored (version 0). */
export async function loadPolicyInForce(q: Reader): Promise<{ policy: Policy; policyVersion: number }> {
  const { rows } = await q.query<{ version: number; body: Policy }>(
    'directory.policy',
    'SELECT version, body FROM policy_version ORDER BY version DESC LIMIT 1',
  );
  const [row] = rows;
  return row
    ? { policy: withLaterSettings(row.body), policyVersion: row.version }
    : { policy: DEFAULT_POLICY, policyVersion: 0 };
}
