import type pg from 'pg';
import type { Result, Statement, Tx } from './db.js';
import { type Scope, setScope } from './scope.js';

/** A transaction on one connection. Each statement runs under the reach of whoever sends it. */
export class OpenTransaction implements Tx {
  private failure: Error | undefined;
  private open = true;

  constructor(
    private readonly client: pg.PoolClient,
    private readonly announce: (statement: Statement) => void,
    private readonly scopeNow: () => Scope,
    private scope = scopeNow(),
  ) {}

  /** In one message, so that no statement can come between. */
  async begin(): Promise<void> {
    this.announce({ name: 'begin', text: 'BEGIN' });
    await this.client.query(`BEGIN; ${setScope(this.scope)}`);
  }

  query<T>(name: string, text: string, values: readonly unknown[] = []): Promise<Result<T>> {
    return this.run({ name, text, values: [...values] });
  }

  queryDynamic<T>(text: string, values: readonly unknown[] = []): Promise<Result<T>> {
    return this.run({ text, values: [...values] });
  }

  async commit(): Promise<void> {
    this.requireSound();
    this.announce({ name: 'commit', text: 'COMMIT' });
    await this.client.query('COMMIT');
  }

  /** A connection that broke cannot roll back; the server does it, and the pool drops the connection. */
  async rollback(): Promise<void> {
    await this.client.query('ROLLBACK').catch(() => undefined);
  }

  close(): void {
    this.open = false;
  }

  /** PostgreSQL answers COMMIT of a failed transaction with a silent rollback: a swallowed error must not pass. */
  private requireSound(): void {
    if (this.failure === undefined) return;
    throw new Error('a statement of this transaction failed and its error was swallowed', { cause: this.failure });
  }

  private async run<T>(statement: pg.QueryConfig): Promise<Result<T>> {
    if (!this.open) throw new Error('the transaction has ended');
    this.followScope();
    this.announce({ name: statement.name ?? 'dynamic', text: statement.text });
    try {
      return await runOn<T>(this.client, statement);
    } catch (error) {
      this.failure = error as Error;
      throw error;
    }
  }

  // Sent without waiting: the connection keeps the order, so the statement that follows has the new reach.
  private followScope(): void {
    const scope = this.scopeNow();
    if (scope === this.scope) return;
    const statement = setScope(scope);
    this.scope = scope;
    this.announce({ name: 'scope', text: 'SET LOCAL qingpei.scope' });
    this.client.query(statement).catch((error: Error) => (this.failure = error));
  }
}

export async function runOn<T>(client: pg.PoolClient, statement: pg.QueryConfig): Promise<Result<T>> {
  const { rows, rowCount } = await client.query(statement);
  return { rows: rows as T[], rowCount: rowCount ?? 0 };
}
