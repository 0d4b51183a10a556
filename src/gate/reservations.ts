import type { HeadcountRow, PostTier } from '../../machines/rules/index.js';
import type { Reserved } from './in-flight-items.js';

/** One tier of one team where open proposals of others have spoken for seats; all numbers in persons. */
export interface Reservation {
  team: string;
  tier: PostTier;
  approved: number;
  /** Seats filled on the decision date, other cleared proposals counted as done. */
  filled: number;
  /** Seats that other open proposals have spoken for and that are not in `filled` yet. */
  reserved: number;
  /** Seats this proposal would add in sum. */
  adding: number;
}

/** Sets what others have reserved beside what the headcount pre-review found. Tiers without reservations are left out. */
export function withHeadcount(reserved: readonly Reserved[], headcount: readonly HeadcountRow[]): Reservation[] {
  return reserved.flatMap(({ team, tier, reserved: count }) => {
    const row = headcount.find((candidate) => candidate.team === team && candidate.tier === tier);
    if (!row) return [];
    return [
      { team, tier, approved: row.approved, filled: row.current, reserved: count, adding: row.added - row.removed },
    ];
  });
}

/** A tier that has no seat left for this proposal once the others are counted. */
export function lacksVacancy({ approved, filled, reserved, adding }: Reservation): boolean {
  return adding > 0 && filled + reserved + adding > approved;
}
