import type { Waiting } from '../../../machines/kernel/index.js';

/** A case as lists know it; see `case_card` in migration 0023. */
export interface CardOfCase extends Waiting {
  title: string;
  flags: string[];
  /** It was handed back to where it now stands. */
  returned: boolean;
  /** Scheme that made the card. */
  madeBy: string;
}

/** Parameters that `cardClause` takes. */
export const CARD_PARAMETERS = 8;

/** The values, in the order of `cardClause`. */
export function cardValues({ title, flags, returned, roles, barred, asked, from, madeBy }: CardOfCase): unknown[] {
  return [title, flags, returned, roles, barred, asked, from, madeBy];
}

/**
 * Keeps a case's card in the statement that stores its step. Where the case stays where it was, it has waited since it came
 * there, and is still marked when it was handed back.
 *
 * @param first number of the first parameter
 * @param table the workflow; `step` is the changed case, $2 its version, $4 its state path, $7 whether it is done, $8 the moment
 */
export function cardClause(first: number, table: string): string {
  const [title, flags, returned, roles, barred, asked, from, madeBy] = Array.from(
    { length: CARD_PARAMETERS },
    (_, index) => `$${first + index}`,
  );
  return `INSERT INTO case_card AS card (workflow, case_id, unit_id, created_by, created_at, version, done, since, updated_at,
        state_path, title, flags, returned, roles, barred, asked, from_day, made_by)
    SELECT '${table}', id, unit_id, created_by, created_at, $2::int, $7::boolean, $8::timestamptz, $8::timestamptz, $4::text,
           ${title}::text, ${flags}::text[], ${returned}::boolean, ${roles}::text[], ${barred}::text[], ${asked}::bigint[],
           ${from}::date, ${madeBy}::text
    FROM step
    ${KEPT}`;
}

/** What becomes of a card that is there already. */
export const KEPT = `ON CONFLICT (workflow, case_id) DO UPDATE SET
      version = excluded.version, done = excluded.done, updated_at = excluded.updated_at, state_path = excluded.state_path,
      since = CASE WHEN card.state_path = excluded.state_path THEN card.since ELSE excluded.since END,
      returned = excluded.returned OR (card.returned AND card.state_path = excluded.state_path),
      title = excluded.title, flags = excluded.flags, roles = excluded.roles, barred = excluded.barred,
      asked = excluded.asked, from_day = excluded.from_day, made_by = excluded.made_by
    WHERE card.version <= excluded.version`;
