import type { HeadcountRow, Reservation } from '../../machines/rules/index.js';
import type { Reserved } from './in-flight-items.js';

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
