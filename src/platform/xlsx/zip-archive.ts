import { open } from 'node:fs/promises';
import { type Entry, type ZipFile, openPromise } from 'yauzl';
import type { XlsxLimits } from './limits.js';
import { asUnreadable, UnreadableFile } from './unreadable-file.js';

const OLE_HEADER = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP_HEADER = Buffer.from('PK');

/** The parts of an OOXML file, inflated one at a time and metered. */
export class ZipArchive {
  private inflatedBytes = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: XlsxLimits,
  ) {}

  static async open(path: string, limits: XlsxLimits): Promise<ZipArchive> {
    await refuseOtherFormats(path);
    const zip = await openPromise(path, { autoClose: false }).catch((error: unknown) => {
      throw asUnreadable(error);
    });
    try {
      if (zip.entryCount > limits.entries) {
        throw new UnreadableFile('FILE_INFLATES_TOO_MUCH', { entries: zip.entryCount, allowed: limits.entries });
      }
      return new ZipArchive(zip, await readEntries(zip), limits);
    } catch (error) {
      zip.close();
      throw asUnreadable(error);
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Inflates one part in pieces; stops as soon as it costs more than the limits allow. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw new UnreadableFile('FILE_BROKEN', { part: name });
    let bytes = 0;
    try {
      for await (const chunk of await this.zip.openReadStreamPromise(entry)) {
        const piece = chunk as Buffer;
        bytes += piece.length;
        this.inflatedBytes += piece.length;
        this.refuseBomb(bytes, entry.compressedSize);
        yield piece;
      }
    } catch (error) {
      throw asUnreadable(error);
    }
  }

  close(): void {
    this.zip.close();
  }

  private refuseBomb(bytes: number, compressedBytes: number): void {
    const { entryBytes, totalBytes, ratio, ratioFreeBytes } = this.limits;
    const tooLarge = bytes > entryBytes || this.inflatedBytes > totalBytes;
    const tooDense = bytes > ratioFreeBytes && bytes > ratio * compressedBytes;
    if (tooLarge || tooDense) throw new UnreadableFile('FILE_INFLATES_TOO_MUCH', { bytes: this.inflatedBytes });
  }
}

/** An encrypted workbook and an old `.xls` both come in Microsoft's OLE container. */
async function refuseOtherFormats(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(OLE_HEADER.length), 0, OLE_HEADER.length, 0);
    if (buffer.equals(OLE_HEADER)) throw new UnreadableFile('FILE_ENCRYPTED_OR_OLD');
    if (bytesRead < ZIP_HEADER.length || !buffer.subarray(0, ZIP_HEADER.length).equals(ZIP_HEADER)) {
      throw new UnreadableFile('FILE_BROKEN');
    }
  } finally {
    await file.close();
  }
}

async function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new UnreadableFile('FILE_ENCRYPTED_OR_OLD');
    const name = entry.fileName.toLowerCase();
    // Two parts of one name: readers differ in which one they see, which is how a file hides from a check.
    if (entries.has(name)) throw new UnreadableFile('FILE_BROKEN', { part: entry.fileName });
    entries.set(name, entry);
  }
  return entries;
}
