import type { Db, Tx } from '../platform/index.js';

/** Anything a reading can run on: the database, or a transaction in which it belongs. */
export type Reader = Pick<Db | Tx, 'query' | 'queryDynamic'>;
