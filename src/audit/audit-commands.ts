import { parseArgs } from 'node:util';
import type { Db } from '../platform/index.js';
import { readAnchors } from './chain/anchors.js';
import { faultSentence } from './chain/fault-sentence.js';
import { verifyChain } from './chain/verify-chain.js';
import { exportQuery } from './reading/audit.dto.js';
import { AuditQueries } from './reading/audit.queries.js';
import { exportLines } from './reading/export-lines.js';

type Say = (text: string) => void;

/**
 * `qingpei audit verify`: walks the chain and names what is wrong, the first fault first.
 *
 * @returns 0 when the audit is whole, 1 when not
 */
export async function auditVerify(db: Db, dataDir: string, say: Say): Promise<number> {
  const { seals, records, anchors, faults, first } = await verifyChain(db, await readAnchors(dataDir));
  for (const fault of first) say(`✗ ${faultSentence(fault)}`);
  const outcome = faults === 0 ? '全部相符' : `${faults}处不符`;
  say(`已校验${seals}个封存、${records}条记录、${anchors}个锚定文件，${outcome}。`);
  return faults === 0 ? 0 : 1;
}

/**
 * `qingpei audit export [--format ndjson|csv] [--from <time>] [--to <time>]`: writes the records for inspection.
 *
 * @param write takes pieces of the file; waited for
 * @returns 0, or 2 when wrongly called
 */
export async function auditExport(
  db: Db,
  args: readonly string[],
  write: (piece: string) => Promise<void>,
  say: Say,
): Promise<number> {
  const query = queryOf(args);
  if (query === null) {
    say('用法：qingpei audit export [--format ndjson|csv] [--from 2026-06-01T00:00:00+08:00] [--to …]');
    return 2;
  }
  const { format, ...filter } = query;
  for await (const piece of exportLines(new AuditQueries(db), filter, format)) await write(piece);
  return 0;
}

function queryOf(args: readonly string[]): ReturnType<typeof exportQuery.parse> | null {
  const options = { format: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } } as const;
  try {
    return exportQuery.parse(parseArgs({ args: [...args], options }).values);
  } catch {
    return null;
  }
}
