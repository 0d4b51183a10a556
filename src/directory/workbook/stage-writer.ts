import type { Tx } from '../../platform/index.js';
import type { SheetKey } from './sheets.js';
import { insertStageSql, STAGE_COLUMNS, type StagedValue, stageTable } from './stage-tables.js';
import type { RowReading } from './staged-row.js';

const BATCH_ROWS = 500;

/** Collects rows and lays them into the staging table in batches. */
export class StageWriter {
  private readonly names: readonly string[];
  private columns: unknown[][] = [];
  private waiting = 0;

  constructor(
    private readonly tx: Tx,
    private readonly sheet: SheetKey,
  ) {
    this.names = Object.keys(STAGE_COLUMNS[sheet]);
    this.reset();
  }

  async add(row: RowReading, values: Readonly<Record<string, StagedValue>>): Promise<void> {
    const line = [row.number, row.faulty, row.cleared.join(','), ...this.names.map((name) => values[name] ?? null)];
    for (const [index, value] of line.entries()) this.columns[index]?.push(value);
    this.waiting += 1;
    if (this.waiting >= BATCH_ROWS) await this.flush();
  }

  /** The table is complete: tells the planner what is in it. */
  async finish(): Promise<void> {
    if (this.waiting > 0) await this.flush();
    await this.tx.queryDynamic(`ANALYZE ${stageTable(this.sheet)}`);
  }

  private async flush(): Promise<void> {
    await this.tx.queryDynamic(insertStageSql(this.sheet), this.columns);
    this.reset();
  }

  private reset(): void {
    this.columns = Array.from({ length: this.names.length + 3 }, () => []);
    this.waiting = 0;
  }
}
