import iconv from 'iconv-lite';
import { UnreadableForm } from './form-fault.js';

const UTF8_BOM = Buffer.from('efbbbf', 'hex');
const DECLARED = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/u;
/** GB2312 and GBK are subsets: files that say so often hold more than they say. */
const CHINESE = new Set(['gb2312', 'gbk', 'gb18030', 'cp936']);

/**
 * The text of an XML file by its declaration; UTF-8 where none is given.
 *
 * @throws UnreadableForm for an encoding we do not know, and for bytes that are none of it
 */
export function decodeXml(bytes: Buffer): string {
  const content = bytes.subarray(0, 3).equals(UTF8_BOM) ? bytes.subarray(3) : bytes;
  const declared = (DECLARED.exec(content.subarray(0, 200).toString('latin1'))?.[1] ?? 'utf-8').toLowerCase();
  if (declared === 'utf-8' || declared === 'utf8') return decodeUtf8(content);
  if (CHINESE.has(declared)) return decodeChinese(content);
  throw new UnreadableForm('FORM_ENCODING_UNKNOWN', { encoding: declared.slice(0, 20) });
}

/**
 * The text of a `.lrm` file, GB18030; UTF-8 where somebody has saved it anew with an editor of today. A page of Chinese in
 * GB18030 is never by chance sound UTF-8.
 *
 * @source handbook §3.1
 */
export function decodeChinese(bytes: Buffer): string {
  const resaved = savedAsUtf8(bytes);
  if (resaved !== null) return resaved;
  const text = iconv.decode(bytes, 'gb18030');
  if (text.includes('\uFFFD')) throw new UnreadableForm('FORM_ENCODING_BROKEN', { encoding: 'GB18030' });
  return text;
}

function savedAsUtf8(bytes: Buffer): string | null {
  if (bytes.every((byte) => byte < 0x80)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UnreadableForm('FORM_ENCODING_BROKEN', { encoding: 'UTF-8' }, { cause: error });
  }
}
