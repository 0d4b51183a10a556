import { isElement, type XmlDocument, type XmlElement, type XmlNode } from './xml-tree.js';

/** Writes a tree as it was read: order, attributes, comments, empty elements and line ends included. */
export function writeXml({ declaration, before, root, after, lineEnd }: XmlDocument): string {
  const nodes = [...before, root, ...after].map(nodeXml).join('');
  // Line breaks are the file's own; one within a value that must not become one is written as a character reference.
  return (declaration ?? '') + (lineEnd === '\n' ? nodes : nodes.replaceAll('\n', '\r\n'));
}

function nodeXml(node: XmlNode): string {
  if (typeof node === 'string') return textXml(node);
  if ('comment' in node) return `<!--${node.comment}-->`;
  if ('cdata' in node) return `<![CDATA[${node.cdata}]]>`;
  return isElement(node) ? elementXml(node) : '';
}

function elementXml({ name, attributes, children, selfClosing }: XmlElement): string {
  const head = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${textXml(value).replaceAll('"', '&quot;').replaceAll('\n', '&#xA;')}"`)
    .join('');
  if (children.length === 0 && selfClosing) return `<${name}${head}/>`;
  return `<${name}${head}>${children.map(nodeXml).join('')}</${name}>`;
}

const NOT_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

function textXml(text: string): string {
  return text
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;');
}
