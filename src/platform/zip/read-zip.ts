import iconv from 'iconv-lite';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

export interface ZipLimits {
  entries: number;
  /** Inflated bytes of one file that is wanted; of a larger one only its name is told. */
  entryBytes: number;
  /** Inflated bytes of all files that are read. */
  totalBytes: number;
}

export interface ZippedFile {
  /** With its folders, `/` between them. */
  name: string;
  /** Null: not wanted, or larger than an entry may be. */
  content: Buffer | null;
}

export type UnsafeZipCode = 'ZIP_BROKEN' | 'ZIP_ENCRYPTED' | 'ZIP_UNSAFE_NAME' | 'ZIP_INFLATES_TOO_MUCH';

/** The archive is not opened any further. Whoever asked turns the code into a refusal. */
export class UnsafeZip extends Error {
  constructor(
    readonly code: UnsafeZipCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'UnsafeZip';
  }
}

const UTF8_NAMES = 0x800;

/**
 * Reads the files of a zip into memory. What an archive says of its sizes is not trusted: bytes are counted while they
 * come out. Names without the UTF-8 mark are read as GB18030, as Chinese systems write them.
 *
 * @param wants says by its name whether a file is read at all
 * @throws UnsafeZip also for names that point outside the archive: nothing here is ever written, but who sends them means harm
 */
export async function readZip(
  path: string,
  limits: ZipLimits,
  wants: (name: string) => boolean,
): Promise<ZippedFile[]> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false }).catch(broken);
  try {
    if (zip.entryCount > limits.entries) throw new UnsafeZip('ZIP_INFLATES_TOO_MUCH');
    return await readEntries(zip, limits, wants);
  } catch (error) {
    return broken(error);
  } finally {
    zip.close();
  }
}

async function readEntries(zip: ZipFile, limits: ZipLimits, wants: (name: string) => boolean): Promise<ZippedFile[]> {
  const files: ZippedFile[] = [];
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new UnsafeZip('ZIP_ENCRYPTED');
    const name = nameOf(entry);
    if (name.endsWith('/')) continue;
    if (!wants(name)) {
      files.push({ name, content: null });
      continue;
    }
    const content = await inflate(zip, entry, limits, limits.totalBytes - total);
    total += content?.length ?? limits.entryBytes;
    files.push({ name, content });
  }
  return files;
}

function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  const isUtf8 = (entry.generalPurposeBitFlag & UTF8_NAMES) !== 0;
  const name = (isUtf8 ? raw.toString('utf8') : iconv.decode(raw, 'gb18030')).replaceAll('\\', '/');
  const isUnsafe = name.startsWith('/') || /^[A-Za-z]:/u.test(name) || name.split('/').includes('..');
  if (isUnsafe || /\p{Cc}/u.test(name)) throw new UnsafeZip('ZIP_UNSAFE_NAME');
  return name;
}

async function inflate(zip: ZipFile, entry: Entry, limits: ZipLimits, room: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const piece of stream) {
    bytes += (piece as Buffer).length;
    if (bytes > room) throw new UnsafeZip('ZIP_INFLATES_TOO_MUCH');
    if (bytes > limits.entryBytes) return null;
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}

function broken(error: unknown): never {
  if (error instanceof UnsafeZip) throw error;
  throw new UnsafeZip('ZIP_BROKEN', { cause: error });
}
