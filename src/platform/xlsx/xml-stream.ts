import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { UnreadableFile } from './unreadable-file.js';

export interface XmlHandlers {
  /** Names come without their namespace prefix; attributes as written. */
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** No tag of a workbook and no text of a cell is longer (a cell holds 32,767 characters). */
const LONGEST_TOKEN = 1024 * 1024;

/** Feeds a part to the handlers, piece by piece; yields after each piece so that the reader can hand on what it has. */
export async function* parseXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  let sinceLastTag = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new UnreadableFile('FILE_HAS_DOCTYPE');
  });
  parser.on('error', (error) => {
    throw new UnreadableFile('FILE_BROKEN', {}, { cause: error });
  });
  parser.on('opentag', (tag) => {
    sinceLastTag = 0;
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    sinceLastTag = 0;
    handlers.close?.(localName(tag.name));
  });
  const { text } = handlers;
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of pieces) {
    sinceLastTag += piece.length;
    parser.write(decode(decoder, piece));
    if (sinceLastTag > LONGEST_TOKEN) throw new UnreadableFile('FILE_BROKEN');
    yield;
  }
  parser.write(decode(decoder));
  parser.close();
  yield;
}

/** Reads a small part to its end. */
export async function readXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const parsing = parseXml(pieces, handlers);
  while (!(await parsing.next()).done);
}

/** The value of an attribute that may carry a prefix, such as `r:id`. */
export function attributeNamed(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const key = Object.keys(attributes).find((candidate) => localName(candidate) === name && candidate !== name);
  return key === undefined ? attributes[name] : attributes[key];
}

function decode(decoder: TextDecoder, piece?: Buffer): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch (error) {
    throw new UnreadableFile('FILE_BROKEN', {}, { cause: error });
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
