import { sm3 } from '../../platform/audit/index.js';

const FIELDS = `r.id::text, (extract(epoch FROM r.at) * 1000)::bigint::text, r.actor_id::text,
  r.role, r.unit_path, r.on_behalf_of::text, host(r.address), r.terminal, r.event, r.object_type, r.object_id, r.action,
  r.result, encode(r.before_digest, 'hex'), encode(r.after_digest, 'hex'), r.request_id`;

/**
 * A record as it is sealed: a JSON array of its fields in this order, each as text, as PostgreSQL writes it; the purpose
 * follows where there is one, since records were sealed without before it existed. A change of this list is a new format
 * and must leave seals already made readable.
 */
export const SEALED_TEXT = `CASE WHEN r.purpose IS NULL THEN json_build_array(${FIELDS})::text
  ELSE json_build_array(${FIELDS}, r.purpose)::text END`;

/** What the first seal follows. */
export const BEGINNING = '0'.repeat(64);

/**
 * The hash that seals a record: over the hash before it, its place in the chain, and the record.
 *
 * @param previous hash of the seal before, hexadecimal; BEGINNING for the first
 * @param seq place in the chain, from 1
 * @param text the record as SEALED_TEXT gives it
 * @returns SM3, hexadecimal
 */
export function sealHash(previous: string, seq: number, text: string): string {
  return sm3(`${previous}\n${seq}\n${text}`);
}
