import type { OnModuleDestroy } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeLeftBehind } from '../../platform/index.js';

/** Workbooks on their way in or out: a folder of our own, readable by nobody else, empty when nothing is under way. */
export class TemporaryFiles implements OnModuleDestroy {
  private constructor(readonly folder: string) {}

  static async open(dataDir: string): Promise<TemporaryFiles> {
    const parent = join(dataDir, 'tmp');
    const folder = join(parent, `workbooks-${process.pid}-${randomUUID()}`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await removeLeftBehind(parent, 'workbooks');
    return new TemporaryFiles(folder);
  }

  async onModuleDestroy(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Hands out a path for the time of `work`; the file is gone afterwards, whatever happened. */
  async during<T>(work: (path: string) => Promise<T>): Promise<T> {
    const path = join(this.folder, `${randomUUID()}.xlsx`);
    try {
      return await work(path);
    } finally {
      await rm(path, { force: true });
    }
  }
}
