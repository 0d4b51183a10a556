import type { OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { OpenTransaction, runOn } from './open-transaction.js';
import { currentScope, NOTHING, runsAsWorker, type Scope, setScope } from './scope.js';

export interface Result<T> {
  rows: T[];
  /** Rows returned, or rows changed by a statement that returns none. */
  rowCount: number;
}

/** What a listener learns of a statement: never its values. */
export interface Statement {
  name: string;
  text: string;
}

interface Executor {
  /** Runs a statement that is prepared once per connection; one name always means one text. */
  query<T>(name: string, text: string, values?: readonly unknown[]): Promise<Result<T>>;
  /** Runs a statement whose text is put together at run time and so cannot be prepared under a name. */
  queryDynamic<T>(text: string, values?: readonly unknown[]): Promise<Result<T>>;
}

/** One open transaction. It ends with the function it was handed to. */
export type Tx = Executor;

export interface DbOptions {
  /** Connections of the role that jobs run as; without them jobs share those of the requests. */
  worker?: DataSource;
  /** How far statements reach outside every request and job; nowhere, unless said otherwise. */
  scopeOutside?: Scope;
}

/**
 * The door to the database: transactions and single statements, few, named and prepared. Which rows they reach is said
 * around them (`withScope`, `asSystem`, `asWorker`) and kept by the database; nothing said, nothing seen.
 */
export class Db implements Executor, OnApplicationShutdown {
  private readonly listeners = new Set<(statement: Statement) => void>();

  constructor(
    readonly dataSource: DataSource,
    private readonly options: DbOptions = {},
  ) {}

  /** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.withClient(async (client) => {
      const tx = new OpenTransaction(client, this.announce, this.scopeNow);
      await tx.begin();
      try {
        const result = await work(tx);
        await tx.commit();
        return result;
      } catch (error) {
        await tx.rollback();
        throw error;
      } finally {
        tx.close();
      }
    });
  }

  query<T>(name: string, text: string, values: readonly unknown[] = []): Promise<Result<T>> {
    return this.run({ name, text, values: [...values] });
  }

  queryDynamic<T>(text: string, values: readonly unknown[] = []): Promise<Result<T>> {
    return this.run({ text, values: [...values] });
  }

  /** Calls `listener` before each statement that goes through this door; returns how to stop. */
  onStatement(listener: (statement: Statement) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.options.worker?.destroy();
  }

  private readonly announce = (statement: Statement): void => {
    for (const listener of this.listeners) listener(statement);
  };

  private readonly scopeNow = (): Scope => currentScope() ?? this.options.scopeOutside ?? NOTHING;

  private run<T>(statement: pg.QueryConfig): Promise<Result<T>> {
    const scope = this.scopeNow();
    return this.withClient((client) => {
      this.announce({ name: statement.name ?? 'dynamic', text: statement.text });
      return scope === NOTHING ? runOn<T>(client, statement) : runWithin<T>(client, scope, statement);
    });
  }

  private async withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const source = runsAsWorker() ? (this.options.worker ?? this.dataSource) : this.dataSource;
    const runner = source.createQueryRunner();
    try {
      return await work((await runner.connect()) as pg.PoolClient);
    } finally {
      await runner.release();
    }
  }
}

/**
 * One statement and its reach, in a transaction of their own: the setting ends with it, and the connection's next user
 * starts with none. All three messages travel together, so it takes no longer than the statement alone.
 */
async function runWithin<T>(client: pg.PoolClient, scope: Scope, statement: pg.QueryConfig): Promise<Result<T>> {
  const [begun, ran, ended] = await Promise.allSettled([
    client.query(`BEGIN; ${setScope(scope)}`),
    runOn<T>(client, statement),
    client.query('COMMIT'),
  ]);
  const failed = [begun, ran, ended].find((step) => step.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  if (ran.status === 'rejected') throw ran.reason;
  return ran.value;
}
