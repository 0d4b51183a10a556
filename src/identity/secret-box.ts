import { Inject, Injectable } from '@nestjs/common';
import { type FieldCipher, openCipher } from '../platform/crypto/index.js';
import { Config } from '../platform/index.js';

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

  /** The same under every key at hand: for comparing with what was hashed before the key was changed. */
  async hashes(purpose: string, text: string): Promise<Buffer[]> {
    return (await this.opened()).hashes(`${purpose}:${text}`);
  }

  private opened(): Promise<FieldCipher> {
    this.cipher ??= openCipher(this.config);
    return this.cipher;
  }
}
