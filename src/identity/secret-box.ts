import { Inject, Injectable } from '@nestjs/common';
import { FieldCipher } from '../platform/crypto/index.js';
import { Config, loadDataKey } from '../platform/index.js';

/** Keeps what must be read again later secret at rest; takes up the installation's key when first needed. */
@Injectable()
export class SecretBox {
  private cipher: Promise<FieldCipher> | undefined;

  constructor(@Inject(Config) private readonly config: Config) {}

  async seal(text: string): Promise<Buffer> {
    return (await this.opened()).protect(text).cipher;
  }

  async open(sealed: Buffer): Promise<string> {
    return (await this.opened()).reveal(sealed);
  }

  /** Keyed hash, equal for equal texts of one purpose. */
  async hash(purpose: string, text: string): Promise<Buffer> {
    return (await this.opened()).hash(`${purpose}:${text}`);
  }

  private opened(): Promise<FieldCipher> {
    this.cipher ??= loadDataKey(this.config).then((key) => new FieldCipher(key));
    return this.cipher;
  }
}
