/** An element as the file has it: what we do not know stays where it stood. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  /** Written `<a/>`; otherwise `<a></a>`. */
  selfClosing?: true;
}

export type XmlNode = string | XmlElement | { comment: string } | { cdata: string };

/** A file as a tree that can be kept as JSON and written again as it was. */
export interface XmlDocument {
  /** As it stood at the top, `<?xml …?>`; null when there was none. */
  declaration: string | null;
  /** Comments and white space around the root. */
  before: XmlNode[];
  root: XmlElement;
  after: XmlNode[];
  lineEnd: '\n' | '\r\n';
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node === 'object' && 'name' in node;

/** The first child of that name. */
export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.filter(isElement).find((child) => child.name === name);
}

/** All text of an element, CDATA included, comments left out. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return element.children
    .map((node) => {
      if (typeof node === 'string') return node;
      if ('cdata' in node) return node.cdata;
      return isElement(node) ? textOf(node) : '';
    })
    .join('');
}

export function element(name: string, text = ''): XmlElement {
  return { name, attributes: {}, children: text === '' ? [] : [text] };
}

/** A copy in which this element stands in the place of the one of its name; at the end when there was none. */
export function withElement(parent: XmlElement, given: XmlElement): XmlElement {
  const isThere = childNamed(parent, given.name) !== undefined;
  const children = parent.children.map((node) => (isElement(node) && node.name === given.name ? given : node));
  return { ...parent, children: isThere ? children : [...children, given] };
}

/** A copy in which the named child holds this text; attributes and place stay. Adds it at the end when it is missing. */
export function withText(parent: XmlElement, name: string, text: string): XmlElement {
  const filled = (child: XmlElement): XmlElement => {
    const { selfClosing: _, ...rest } = child;
    return { ...rest, children: text === '' ? [] : [text] };
  };
  if (childNamed(parent, name) === undefined) return { ...parent, children: [...parent.children, element(name, text)] };
  const children = parent.children.map((node) => (isElement(node) && node.name === name ? filled(node) : node));
  return { ...parent, children };
}
