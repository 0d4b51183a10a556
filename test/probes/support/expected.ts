import { type DeclaredRoute, type GrantableRole, isAdministratorRole } from '../../../src/identity/index.js';
import { type PlacedRequest, reachesUnits } from './build-request.js';
import type { ProbeAnswer } from './http-probe.js';
import type { PlaceName } from './probe-stage.js';

/** How somebody stands to the role of a row of the matrix. */
export type Standing = 'nobody' | 'granted' | 'none' | 'expired' | 'delegated';

export type Outcome = 'not-signed-in' | 'forbidden' | 'out-of-reach' | 'served';

/** What the declared rule and the place of the thing asked for say about an answer. */
export function expectedOutcome(
  route: DeclaredRoute,
  role: GrantableRole,
  standing: Standing,
  place: PlaceName,
  { namesPlace }: PlacedRequest,
): Outcome {
  const { access } = route;
  if (access === null) throw new Error(`${route.name} declares no access`);
  if (access.roles === 'public') return 'served';
  if (standing === 'nobody') return 'not-signed-in';
  if (access.roles !== 'signed-in' && !(holds(role, standing) && access.roles.includes(role))) return 'forbidden';
  const reaches = place !== 'sibling' && holds(role, standing) && !isAdministratorRole(role);
  return namesPlace && !reaches ? 'out-of-reach' : 'served';
}

// An administrator's duty is never lent.
const holds = (role: GrantableRole, standing: Standing): boolean =>
  standing === 'granted' || (standing === 'delegated' && !isAdministratorRole(role));

/** What became of a request, as far as access is concerned. */
export function outcomeOf(route: DeclaredRoute, { status, code }: ProbeAnswer): Outcome {
  if (code === 'NOT_SIGNED_IN') return 'not-signed-in';
  if (code === 'FORBIDDEN') return 'forbidden';
  return status === 404 && reachesUnits(route) ? 'out-of-reach' : 'served';
}
