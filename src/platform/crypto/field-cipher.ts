import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  getCiphers,
  getHashes,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const CIPHER = 'sm4-cbc';
const DIGEST = 'sm3';
const KEY_BYTES = 32;
const BLOCK_BYTES = 16;
const MAC_BYTES = 32;
/** First byte of every stored value: says how to read it, so that the scheme can change later. */
const FORMAT = 1;

/** A field as it is stored. */
export interface ProtectedField {
  /** Format, initial vector, SM4-CBC cipher text, HMAC-SM3 over all of it. Never the same twice. */
  cipher: Buffer;
  /** Keyed hash: equal for equal values, so that the database can keep them unique without knowing them. */
  hash: Buffer;
}

/** Keeps single fields secret at rest: encrypt, then authenticate (there is no SM4-GCM in node). */
export class FieldCipher {
  private readonly encryptionKey: Buffer;
  private readonly macKey: Buffer;
  private readonly hashKey: Buffer;

  /** @param dataKey 32 secret bytes; each use gets a key of its own derived from them */
  constructor(dataKey: Buffer) {
    if (!getCiphers().includes(CIPHER) || !getHashes().includes(DIGEST)) {
      throw new Error(`this build of node lacks ${CIPHER} or ${DIGEST}: fields cannot be protected`);
    }
    if (dataKey.length !== KEY_BYTES) throw new Error(`the data key must have ${KEY_BYTES} bytes`);
    this.encryptionKey = derive(dataKey, 'field-encryption', BLOCK_BYTES);
    this.macKey = derive(dataKey, 'field-authentication', KEY_BYTES);
    this.hashKey = derive(dataKey, 'field-uniqueness', KEY_BYTES);
  }

  protect(text: string): ProtectedField {
    const vector = randomBytes(BLOCK_BYTES);
    const cipher = createCipheriv(CIPHER, this.encryptionKey, vector);
    const sealed = Buffer.concat([Buffer.from([FORMAT]), vector, cipher.update(text, 'utf8'), cipher.final()]);
    return { cipher: Buffer.concat([sealed, this.mac(sealed)]), hash: this.hash(text) };
  }

  /** The text again; throws when the stored value was made with another key or changed by anyone else. */
  reveal(stored: Buffer): string {
    const sealed = stored.subarray(0, -MAC_BYTES);
    const isWhole = stored.length > 1 + BLOCK_BYTES + MAC_BYTES && sealed[0] === FORMAT;
    if (!isWhole || !timingSafeEqual(stored.subarray(-MAC_BYTES), this.mac(sealed))) {
      throw new Error('a protected field cannot be read: wrong key, or changed from outside');
    }
    const vector = sealed.subarray(1, 1 + BLOCK_BYTES);
    const decipher = createDecipheriv(CIPHER, this.encryptionKey, vector);
    return decipher.update(sealed.subarray(1 + BLOCK_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }

  hash(text: string): Buffer {
    return createHmac(DIGEST, this.hashKey).update(text).digest();
  }

  private mac(sealed: Buffer): Buffer {
    return createHmac(DIGEST, this.macKey).update(sealed).digest();
  }
}

function derive(dataKey: Buffer, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync(DIGEST, dataKey, Buffer.alloc(0), `qingpei ${purpose}`, bytes));
}
