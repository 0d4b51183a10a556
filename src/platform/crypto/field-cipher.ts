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
const KEY_ID_BYTES = 4;
/** First byte of every stored value: says how to read it, so that the scheme can change later. */
const FORMAT = 2;
/** What was stored before keys had names: the same without the key id. */
const FORMAT_WITHOUT_KEY_ID = 1;

/** A field as it is stored. */
export interface ProtectedField {
  /** Format, key id, initial vector, SM4-CBC cipher text, HMAC-SM3 over all of it. Never the same twice. */
  cipher: Buffer;
  /** Keyed hash: equal for equal values, so that the database can keep them unique without knowing them. */
  hash: Buffer;
}

/** What one data key gives: each use has a key of its own. */
interface FieldKey {
  id: Buffer;
  encryption: Buffer;
  mac: Buffer;
  hash: Buffer;
}

/**
 * Keeps single fields secret at rest: encrypt, then authenticate (there is no SM4-GCM in node). Writes under the current
 * key; reads under any key it was given, so that fields stay readable while they are moved to a new key.
 */
export class FieldCipher {
  private readonly current: FieldKey;
  private readonly keys: readonly FieldKey[];

  /**
   * @param dataKey 32 secret bytes, the key to write under
   * @param retired earlier data keys, for reading alone
   */
  constructor(dataKey: Buffer, retired: readonly Buffer[] = []) {
    if (!getCiphers().includes(CIPHER) || !getHashes().includes(DIGEST)) {
      throw new Error(`this build of node lacks ${CIPHER} or ${DIGEST}: fields cannot be protected`);
    }
    this.current = fieldKey(dataKey);
    this.keys = [this.current, ...retired.map(fieldKey)];
  }

  /** Names the current key without telling it; stands in every value it protects. */
  get keyId(): Buffer {
    return this.current.id;
  }

  protect(text: string): ProtectedField {
    const vector = randomBytes(BLOCK_BYTES);
    const cipher = createCipheriv(CIPHER, this.current.encryption, vector);
    const head = Buffer.concat([Buffer.from([FORMAT]), this.current.id, vector]);
    const sealed = Buffer.concat([head, cipher.update(text, 'utf8'), cipher.final()]);
    return { cipher: Buffer.concat([sealed, macOf(this.current, sealed)]), hash: this.hash(text) };
  }

  /** The text again; throws when the stored value was made with an unknown key or changed by anyone else. */
  reveal(stored: Buffer): string {
    const sealed = stored.subarray(0, -MAC_BYTES);
    const start = headLength(stored) - BLOCK_BYTES;
    const isWhole = stored.length > headLength(stored) + MAC_BYTES;
    const mac = stored.subarray(-MAC_BYTES);
    const key = this.candidates(stored).find((known) => isWhole && timingSafeEqual(mac, macOf(known, sealed)));
    if (key === undefined) throw new Error('a protected field cannot be read: wrong key, or changed from outside');
    const vector = sealed.subarray(start, start + BLOCK_BYTES);
    const decipher = createDecipheriv(CIPHER, key.encryption, vector);
    return decipher.update(sealed.subarray(start + BLOCK_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }

  /** Whether the stored value is as `protect` would make it now; else it waits to be moved to the current key. */
  isCurrent(stored: Buffer): boolean {
    return stored[0] === FORMAT && keyIdIn(stored).equals(this.current.id);
  }

  hash(text: string): Buffer {
    return createHmac(DIGEST, this.current.hash).update(text).digest();
  }

  /** The hash under each known key, the current one first: for what cannot be moved to a new key. */
  hashes(text: string): Buffer[] {
    return this.keys.map((key) => createHmac(DIGEST, key.hash).update(text).digest());
  }

  private candidates(stored: Buffer): readonly FieldKey[] {
    if (stored[0] === FORMAT_WITHOUT_KEY_ID) return this.keys;
    if (stored[0] !== FORMAT) return [];
    return this.keys.filter(({ id }) => id.equals(keyIdIn(stored)));
  }
}

const headLength = (stored: Buffer): number => 1 + BLOCK_BYTES + (stored[0] === FORMAT ? KEY_ID_BYTES : 0);

const keyIdIn = (stored: Buffer): Buffer => stored.subarray(1, 1 + KEY_ID_BYTES);

const macOf = (key: FieldKey, sealed: Buffer): Buffer => createHmac(DIGEST, key.mac).update(sealed).digest();

function fieldKey(dataKey: Buffer): FieldKey {
  if (dataKey.length !== KEY_BYTES) throw new Error(`the data key must have ${KEY_BYTES} bytes`);
  return {
    id: derive(dataKey, 'field-key-id', KEY_ID_BYTES),
    encryption: derive(dataKey, 'field-encryption', BLOCK_BYTES),
    mac: derive(dataKey, 'field-authentication', KEY_BYTES),
    hash: derive(dataKey, 'field-uniqueness', KEY_BYTES),
  };
}

function derive(dataKey: Buffer, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync(DIGEST, dataKey, Buffer.alloc(0), `qingpei ${purpose}`, bytes));
}
