import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../config/index.js';
import { asWorker, Db } from '../db/index.js';
import { StartupError } from '../startup/index.js';
import { currentKeyId, noteFirstKey } from './data-key-rows.js';
import { openCipher } from './open-cipher.js';

/**
 * Keeps the product from working on a database with another data key than its own: it could read no protected field, find
 * no ID number, and would store what the others cannot read.
 */
@Injectable()
export class DataKeyCheck implements OnApplicationBootstrap {
  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(Db) private readonly db: Db,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const cipher = await openCipher(this.config);
    const stored = (await currentKeyId(this.db)) ?? (await asWorker('data-key-check', () => this.idInUse()));
    if (stored !== null && !stored.equals(cipher.keyId)) {
      throw new StartupError(
        'DATA_KEY_DIFFERS',
        `数据密钥（编号 ${cipher.keyId.toString('hex')}）不是本数据库现用的密钥（编号 ${stored.toString('hex')}）。` +
          '若刚更换过密钥：以变量提供的，请把 DATA_KEY 改为新密钥；以文件提供的，请执行 qingpei key rotate 完成更换。',
      );
    }
    if ((await currentKeyId(this.db)) === null) await noteFirstKey(this.db, cipher.keyId);
  }

  // An installation from before keys were noted: any one field tells.
  private async idInUse(): Promise<Buffer | null> {
    const { rows } = await this.db.query<{ id: Buffer }>(
      'data-key-in-use',
      `SELECT substring(id_number_cipher FROM 2 FOR 4) AS id FROM cadre
       WHERE id_number_cipher IS NOT NULL AND get_byte(id_number_cipher, 0) = 2 LIMIT 1`,
    );
    return rows[0]?.id ?? null;
  }
}
