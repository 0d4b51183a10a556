import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';

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
export interface Tx extends Executor {
  /** TypeORM over the same connection and transaction, for writes where comfort matters more than statements. */
  manager: EntityManager;
}

/** The door to the database: transactions and single reads over few, named, prepared statements. */
@Injectable()
export class Db implements Executor {
  private readonly listeners = new Set<(statement: Statement) => void>();

  constructor(@Inject(DataSource) readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.withRunner(async (runner, client) => {
      const tx = new OpenTransaction(runner.manager, client, this.announce);
      this.announce({ name: 'begin', text: 'START TRANSACTION' });
      await runner.startTransaction();
      try {
        const result = await work(tx);
        tx.requireSound();
        this.announce({ name: 'commit', text: 'COMMIT' });
        await runner.commitTransaction();
        return result;
      } catch (error) {
        // A connection that broke cannot roll back; the server does it. The first error is the one to report.
        await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      } finally {
        tx.close();
      }
    });
  }

  query<T>(name: string, text: string, values: readonly unknown[] = []): Promise<Result<T>> {
    return this.withRunner((_, client) => {
      this.announce({ name, text });
      return run<T>(client, { name, text, values: [...values] });
    });
  }

  queryDynamic<T>(text: string, values: readonly unknown[] = []): Promise<Result<T>> {
    return this.withRunner((_, client) => {
      this.announce({ name: 'dynamic', text });
      return run<T>(client, { text, values: [...values] });
    });
  }

  /** Calls `listener` before each statement that goes through this door; returns how to stop. */
  onStatement(listener: (statement: Statement) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private readonly announce = (statement: Statement): void => {
    for (const listener of this.listeners) listener(statement);
  };

  private async withRunner<T>(work: (runner: QueryRunner, client: pg.PoolClient) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as pg.PoolClient;
      return await work(runner, client);
    } finally {
      await runner.release();
    }
  }
}

class OpenTransaction implements Tx {
  private failure: Error | undefined;
  private open = true;

  constructor(
    readonly manager: EntityManager,
    private readonly client: pg.PoolClient,
    private readonly announce: (statement: Statement) => void,
  ) {}

  query<T>(name: string, text: string, values: readonly unknown[] = []): Promise<Result<T>> {
    return this.run({ name, text, values: [...values] });
  }

  queryDynamic<T>(text: string, values: readonly unknown[] = []): Promise<Result<T>> {
    return this.run({ text, values: [...values] });
  }

  close(): void {
    this.open = false;
  }

  /** PostgreSQL answers COMMIT of a failed transaction with a silent rollback: a swallowed error must not pass. */
  requireSound(): void {
    if (this.failure === undefined) return;
    throw new Error('a statement of this transaction failed and its error was swallowed', { cause: this.failure });
  }

  private async run<T>(statement: pg.QueryConfig): Promise<Result<T>> {
    if (!this.open) throw new Error('the transaction has ended');
    this.announce({ name: statement.name ?? 'dynamic', text: statement.text });
    try {
      return await run<T>(this.client, statement);
    } catch (error) {
      this.failure = error as Error;
      throw error;
    }
  }
}

async function run<T>(client: pg.PoolClient, statement: pg.QueryConfig): Promise<Result<T>> {
  const { rows, rowCount } = await client.query(statement);
  return { rows: rows as T[], rowCount: rowCount ?? 0 };
}
