import { unescapeText } from './escaped-text.js';
import { UnreadableFile } from './unreadable-file.js';
import { readXml } from './xml-stream.js';

const PAGE_BYTES = 1024 * 1024;

/**
 * The texts that cells refer to by number. A large workbook has a million of them: kept as UTF-8 outside the heap, they
 * cost a few bytes beyond their own length, and what they may cost together is bounded.
 */
export class SharedStrings {
  private readonly pages: Buffer[] = [];
  /** Where the next text goes, counted over all pages; no text spans two pages. */
  private next = 0;
  /** Start and end of each text. */
  private bounds = new Float64Array(1024);
  private count = 0;

  constructor(private readonly maxBytes: number) {}

  add(text: string): void {
    const bytes = Buffer.byteLength(text);
    if (bytes > PAGE_BYTES) throw new UnreadableFile('FILE_BROKEN');
    if (bytes > this.pages.length * PAGE_BYTES - this.next) {
      this.next = this.pages.length * PAGE_BYTES;
      if (this.next + bytes > this.maxBytes) throw new UnreadableFile('FILE_INFLATES_TOO_MUCH', { bytes: this.next });
      this.pages.push(Buffer.allocUnsafe(PAGE_BYTES));
    }
    const page = this.pages.length - 1;
    this.pages[page]?.write(text, this.next - page * PAGE_BYTES);
    this.remember(this.next, this.next + bytes);
    this.next += bytes;
  }

  /** The text of that number; a number beyond the table means a broken file. */
  get(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) throw new UnreadableFile('FILE_BROKEN');
    const start = this.bounds[index * 2] ?? 0;
    const end = this.bounds[index * 2 + 1] ?? 0;
    const page = Math.floor(start / PAGE_BYTES);
    return this.pages[page]?.toString('utf8', start - page * PAGE_BYTES, end - page * PAGE_BYTES) ?? '';
  }

  private remember(start: number, end: number): void {
    if (this.count * 2 === this.bounds.length) {
      const larger = new Float64Array(this.bounds.length * 2);
      larger.set(this.bounds);
      this.bounds = larger;
    }
    this.bounds[this.count * 2] = start;
    this.bounds[this.count * 2 + 1] = end;
    this.count += 1;
  }
}

/** Reads the table; phonetic guides (`rPh`) are not part of a text. */
export async function readSharedStrings(pieces: AsyncIterable<Buffer>, maxBytes: number): Promise<SharedStrings> {
  const strings = new SharedStrings(maxBytes);
  let text = '';
  let inText = false;
  let inPhonetic = false;
  await readXml(pieces, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
    },
    close(name) {
      if (name === 'si') strings.add(unescapeText(text));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return strings;
}
