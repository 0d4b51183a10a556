import { SaxesParser } from 'saxes';
import { UnreadableForm } from './form-fault.js';
import { FORM_LIMITS } from './form-limits.js';
import type { XmlDocument, XmlElement, XmlNode } from './xml-tree.js';

/** `&1lt;` and `&1amp;` come from one exporter of the field, which meant `&lt;` and `&amp;`. */
const BAD_ESCAPE = /&1(lt|gt|amp|quot|apos);/gu;
const DECLARATION = /^\s*(<\?xml[^>]*\?>)/u;

export interface ParsedXml {
  document: XmlDocument;
  /** Bad escapes were put right. */
  repaired: boolean;
}

/**
 * Reads an XML text into a tree. No DTD, no entity beyond the five of XML, no processing instruction: a form has none.
 *
 * @throws UnreadableForm
 * @source handbook §3.1
 */
export function parseXml(text: string): ParsedXml {
  const sound = text.replace(BAD_ESCAPE, '&$1;');
  const builder = new TreeBuilder();
  const parser = new SaxesParser({ xmlns: false, position: false });
  const broken = (cause?: Error): never => {
    throw new UnreadableForm('FORM_XML_BROKEN', {}, { cause });
  };
  parser.on('doctype', () => {
    throw new UnreadableForm('FORM_HAS_DOCTYPE');
  });
  parser.on('processinginstruction', () => broken());
  parser.on('error', broken);
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => builder.open(name, attributes, isSelfClosing));
  parser.on('closetag', () => builder.close());
  parser.on('text', (piece) => builder.add(piece));
  parser.on('cdata', (cdata) => builder.add({ cdata }));
  parser.on('comment', (comment) => builder.add({ comment }));
  parser.write(sound).close();
  if (builder.root === undefined) return broken();
  return {
    document: {
      declaration: DECLARATION.exec(sound)?.[1] ?? null,
      before: builder.before,
      root: builder.root,
      after: builder.after,
      lineEnd: sound.includes('\r\n') ? '\r\n' : '\n',
    },
    repaired: sound !== text,
  };
}

class TreeBuilder {
  readonly before: XmlNode[] = [];
  readonly after: XmlNode[] = [];
  root: XmlElement | undefined;
  private readonly path: XmlElement[] = [];
  private elements = 0;

  open(name: string, attributes: Record<string, string>, selfClosing: boolean): void {
    this.elements += 1;
    if (this.elements > FORM_LIMITS.elements) throw new UnreadableForm('FORM_TOO_MANY_ELEMENTS');
    if (this.path.length >= FORM_LIMITS.depth) throw new UnreadableForm('FORM_TOO_DEEP');
    const made: XmlElement = { name, attributes: { ...attributes }, children: [] };
    if (selfClosing) made.selfClosing = true;
    if (this.root === undefined) this.root = made;
    else this.add(made);
    this.path.push(made);
  }

  close(): void {
    this.path.pop();
  }

  add(node: XmlNode): void {
    const holder = this.path.at(-1)?.children ?? (this.root === undefined ? this.before : this.after);
    const last = holder.at(-1);
    if (typeof node === 'string' && typeof last === 'string') holder[holder.length - 1] = last + node;
    else holder.push(node);
  }
}
