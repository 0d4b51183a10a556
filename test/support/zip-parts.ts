import { fromBuffer } from 'yauzl';
import { ZipFile } from 'yazl';

/** The parts of a zip (a DOCX, an XLSX) by name, as text. */
export function partsOf(file: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const parts = new Map<string, string>();
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, (broken, stream) => {
          if (broken) return reject(broken);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => resolve(parts));
      zip.readEntry();
    });
  });
}

/** Everything a DOCX says, its cells in order. */
export async function docxText(file: Buffer): Promise<string> {
  const document = (await partsOf(file)).get('word/document.xml') ?? '';
  return document.replaceAll(/<\/w:p>/gu, '\n').replaceAll(/<[^>]+>/gu, '');
}

/** A zip of these files. */
export async function zipOf(files: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Where the marks of an entry stand before its name, in the entry itself and in the directory at the end. */
const HEADERS = [
  { signature: 'PK\u0003\u0004', toName: 30, marks: 7 },
  { signature: 'PK\u0001\u0002', toName: 46, marks: 9 },
];
const UTF8_MARK = 0x08;

/** The same with a name that no honest program writes, not marked as UTF-8: as long as the name it takes the place of. */
export function renamedInZip(zip: Buffer, from: string, to: Buffer): Buffer {
  const name = Buffer.from(from);
  if (name.length !== to.length) throw new Error('names in a zip are replaced by names of the same length');
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf(name); at >= 0; at = copy.indexOf(name, at + 1)) {
    to.copy(copy, at);
    for (const { signature, toName, marks } of HEADERS) {
      const start = at - toName;
      if (start >= 0 && copy.subarray(start, start + 4).equals(Buffer.from(signature)))
        copy[start + marks]! &= ~UTF8_MARK;
    }
  }
  return copy;
}
