import { SaxesParser } from 'saxes';

/** What a CAS server says of a ticket. */
export interface CasAnswer {
  user: string;
  attributes: ReadonlyMap<string, readonly string[]>;
}

const NAMESPACE = 'http://www.yale.edu/tp/cas';

/** Reads the answer of `/p3/serviceValidate` (CAS 3). @returns null when the ticket was not accepted, or it is no answer */
export function readCasAnswer(xml: string): CasAnswer | null {
  const path: string[] = [];
  const users: string[] = [];
  const attributes = new Map<string, string[]>();
  let text = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ uri, local }) => {
    path.push(uri === NAMESPACE ? local : '?');
    text = '';
  });
  parser.on('text', (part) => (text += part));
  parser.on('cdata', (part) => (text += part));
  parser.on('closetag', ({ local }) => {
    const place = path.join('/');
    path.pop();
    if (place === 'serviceResponse/authenticationSuccess/user') users.push(text.trim());
    if (/^serviceResponse\/authenticationSuccess\/attributes\/[^/]+$/.test(place)) {
      attributes.set(local, [...(attributes.get(local) ?? []), text.trim()]);
    }
    text = '';
  });
  try {
    parser.write(xml).close();
  } catch {
    return null;
  }
  const [user] = users;
  return users.length === 1 && user !== undefined && user !== '' ? { user, attributes } : null;
}
