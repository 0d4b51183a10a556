import { inflateRawSync } from 'node:zlib';
import type { ProbeAnswer } from './http-probe.js';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;

/** Everything an answer says as text: a workbook is unpacked first. */
export function textIn({ content, text }: ProbeAnswer): string {
  return content.length > 30 && content.readUInt32LE(0) === LOCAL_HEADER ? unzipped(content) : text;
}

/** The parts of a ZIP file, one after another, as its central directory lists them. */
function unzipped(file: Buffer): string {
  const parts: string[] = [];
  for (let at = file.indexOf(marker()); at >= 0; at = file.indexOf(marker(), at + 1)) {
    const isStored = file.readUInt16LE(at + 10) === 0;
    const size = file.readUInt32LE(at + 20);
    const header = file.readUInt32LE(at + 42);
    const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
    const packed = file.subarray(start, start + size);
    parts.push((isStored ? packed : inflateRawSync(packed)).toString('utf8'));
  }
  if (parts.length === 0) throw new Error('a workbook without parts');
  return parts.join('\n');
}

function marker(): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(CENTRAL_HEADER);
  return bytes;
}
