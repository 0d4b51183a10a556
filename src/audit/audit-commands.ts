import { parseArgs } from 'node:util';
import { declaredPurpose, recordAlone } from '../platform/audit/index.js';
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
 * `qingpei audit export --purpose <words> [--format ndjson|csv] [--from <time>] [--to <time>]`: writes the records for
 * inspection, once the export itself is on record.
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
    say(
      '用法：qingpei audit export --purpose <用途，5 到 200 字> [--format ndjson|csv] [--from 2026-06-01T00:00:00+08:00] [--to …]',
    );
    return 2;
  }
  const { format, purpose, ...filter } = query;
  await recordAlone(db, { event: 'audit-export', objectType: 'audit', action: 'qingpei audit export', purpose });
  for await (const piece of exportLines(new AuditQueries(db), filter, format)) await write(piece);
  return 0;
}

const commandQuery = exportQuery.extend({ purpose: declaredPurpose });

function queryOf(args: readonly string[]): ReturnType<typeof commandQuery.parse> | null {
  const word = { type: 'string' } as const;
  const options = { format: word, from: word, to: word, purpose: word };
  try {
    return commandQuery.parse(parseArgs({ args: [...args], options }).values);
  } catch {
    return null;
  }
}
