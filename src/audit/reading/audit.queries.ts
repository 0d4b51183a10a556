import { Inject, Injectable } from '@nestjs/common';
import { Db } from '../../platform/index.js';
import type { AuditFilter, AuditList, AuditQuery, AuditView } from './audit.dto.js';

const PER_PAGE = 2_000;

const VIEW = `
  SELECT r.id, r.at, r.actor_id AS "actorId", r.role, r.unit_path AS "unitPath", r.on_behalf_of AS "onBehalfOf",
         host(r.address) AS address, r.terminal, r.event, r.object_type AS "objectType", r.object_id AS "objectId",
         r.action, r.result, r.purpose, encode(r.before_digest, 'hex') AS before, encode(r.after_digest, 'hex') AS after,
         r.request_id AS "requestId", s.seq, encode(s.previous_hash, 'hex') AS "previousHash",
         encode(s.hash, 'hex') AS hash
  FROM audit_record r LEFT JOIN audit_seal s ON s.record_id = r.id AND s.record_at = r.at`;

type Row = Omit<AuditView, 'at'> & { at: Date };

/** A place in the order of time: milliseconds and number. */
interface Place {
  at: Date;
  id: number;
}

/** The audit as the audit administrator reads it: by time, in pages that no new record moves. */
@Injectable()
export class AuditQueries {
  constructor(@Inject(Db) private readonly db: Db) {}

  /** The latest first. */
  async list({ before, limit, ...filter }: AuditQuery): Promise<AuditList> {
    const { text, values } = conditionOf(filter, before === undefined ? null : { than: '<', place: placeOf(before) });
    const { rows } = await this.db.queryDynamic<Row>(
      `${VIEW} ${text} ORDER BY r.at DESC, r.id DESC LIMIT ${limit + 1}`,
      values,
    );
    const items = rows.slice(0, limit).map(viewOf);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items, next: last === undefined ? null : `${last.at.getTime()}-${last.id}` };
  }

  /** All that match, the earliest first, a page in memory at a time. */
  async *all(filter: AuditFilter): AsyncGenerator<AuditView[]> {
    let place: Place | null = null;
    for (;;) {
      const { text, values } = conditionOf(filter, place === null ? null : { than: '>', place });
      const page = `${VIEW} ${text} ORDER BY r.at, r.id LIMIT ${PER_PAGE}`;
      const { rows } = await this.db.queryDynamic<Row>(page, values);
      if (rows.length > 0) yield rows.map(viewOf);
      if (rows.length < PER_PAGE) return;
      place = rows.at(-1) ?? null;
    }
  }
}

// Put together anew for each question, so that the indices that fit are used.
function conditionOf(
  filter: AuditFilter,
  beyond: { than: '<' | '>'; place: Place } | null,
): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const parts = [
    filter.from !== undefined && `r.at >= ${put(filter.from)}::timestamptz`,
    filter.to !== undefined && `r.at < ${put(filter.to)}::timestamptz`,
    filter.actor !== undefined && `r.actor_id = ${put(filter.actor)}::bigint`,
    filter.objectType !== undefined && `r.object_type = ${put(filter.objectType)}`,
    filter.objectId !== undefined && `r.object_id = ${put(filter.objectId)}`,
    filter.event !== undefined && `r.event = ${put(filter.event)}`,
    filter.requestId !== undefined && `r.request_id = ${put(filter.requestId)}`,
    filter.result === 'refused' && `r.result ~ '^[A-Z]'`,
    filter.result !== undefined && filter.result !== 'refused' && `r.result = ${put(filter.result)}`,
    beyond !== null &&
      `(r.at, r.id) ${beyond.than} (${put(beyond.place.at)}::timestamptz, ${put(beyond.place.id)}::bigint)`,
  ].filter((part) => part !== false);
  return { text: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values };
}

function placeOf(token: string): Place {
  const [at, id] = token.split('-').map(Number);
  return { at: new Date(at ?? 0), id: id ?? 0 };
}

function viewOf(row: Row): AuditView {
  return { ...row, at: row.at.toISOString() };
}
