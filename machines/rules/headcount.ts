import { headcountByTier, headcountSeats } from './staffing.js';
import type { Seat, TeamFacts } from './staffing-facts.js';
import { POST_TIERS, type PostTier } from './vocabulary.js';

/** The headcount pre-review of one tier of one team, in persons: after = current − removed + added. */
export interface HeadcountRow {
  team: string;
  teamName: string;
  tier: PostTier;
  approved: number;
  current: number;
  removed: number;
  added: number;
  after: number;
  passes: boolean;
  message?: string;
}

/** One tier of one team where open proposals of others have spoken for seats; all numbers in persons. */
export type Reservation = {
  team: string;
  tier: PostTier;
  approved: number;
  /** Seats filled on the decision date, other cleared proposals counted as done. */
  filled: number;
  /** Seats that other open proposals have spoken for and that are not in `filled` yet. */
  reserved: number;
  /** Seats this proposal would add in sum. */
  adding: number;
};

const TIERS: readonly PostTier[] = ['principal', 'deputy'];

/**
 * The headcount pre-review (职数预审) of a team, per tier. Nobody may enter a tier that would then exceed its approved
 * headcount; where nobody enters, nothing is refused, for leaving never makes over-establishment worse.
 *
 * @param team approved headcount
 * @param before seats before the proposal
 * @param after seats after the proposal
 * @returns one row per tier, principals first
 * @source handbook §1.10, §7 scenario 21
 */
export function reviewHeadcount(team: TeamFacts, before: readonly Seat[], after: readonly Seat[]): HeadcountRow[] {
  const approved = headcountByTier(team, before);
  const personsIn = (seats: readonly Seat[], tier: PostTier): Set<string> =>
    new Set([...headcountSeats(seats).values()].filter((seat) => seat.tier === tier).map(({ cadre }) => cadre));
  return TIERS.map((tier) => {
    const was = personsIn(before, tier);
    const becomes = personsIn(after, tier);
    const numbers = {
      approved: approved[tier].approved,
      current: was.size,
      removed: [...was].filter((cadre) => !becomes.has(cadre)).length,
      added: [...becomes].filter((cadre) => !was.has(cadre)).length,
      after: becomes.size,
    };
    const passes = numbers.after <= numbers.approved || numbers.added === 0;
    const message = messageOf(tier, numbers, passes);
    return { team: team.code, teamName: team.name, tier, ...numbers, passes, ...(message && { message }) };
  });
}

/**
 * Says whether a team was over its approved headcount before the proposal and would remain so.
 *
 * @param row one tier of the pre-review
 * @returns true for existing over-establishment that the proposal does not absorb
 * @source handbook §7 scenario 21 (超职数未消化)
 */
export function isNotAbsorbed(row: Pick<HeadcountRow, 'approved' | 'current' | 'after'>): boolean {
  return row.current > row.approved && row.after > row.approved;
}

/**
 * Says whether a tier has no seat left for a proposal once the reservations of others are counted. Whether the proposal
 * exceeds the approved headcount by itself is for {@link reviewHeadcount} to say, with its arithmetic.
 *
 * @param reservation one tier of one team
 * @source handbook §1.1 (没有职数空缺的，不得启动)
 */
export function lacksVacancy({ approved, filled, reserved, adding }: Reservation): boolean {
  return adding > 0 && reserved > 0 && filled + reserved + adding > approved;
}

function messageOf(
  tier: PostTier,
  row: Pick<HeadcountRow, 'approved' | 'current' | 'removed' | 'added' | 'after'>,
  passes: boolean,
): string | undefined {
  if (row.after <= row.approved) return undefined;
  const label = POST_TIERS[tier];
  const sum = `现配${row.current}名－拟免${row.removed}名＋拟配${row.added}名＝拟后${row.after}名`;
  if (passes) return `${label}仍超核定职数${row.after - row.approved}名，本次未新配，不予限制`;
  if (isNotAbsorbed(row)) return `超职数未消化：${label}${sum}，核定${row.approved}名`;
  return `超核定职数：${label}${sum}，核定${row.approved}名`;
}
