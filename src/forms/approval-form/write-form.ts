import { familyElement, type FamilyTexts } from './build-document.js';
import type { ElementName } from './elements.js';
import { withElement, withText, type XmlDocument } from './xml-tree.js';
import { writeXml } from './write-xml.js';

/** What a form is given on its way out, by element; everything else leaves as it came. */
export type FormChanges = Partial<Record<Exclude<ElementName, 'JiaTingChengYuan' | 'ZhaoPian'>, string>>;

/**
 * A form as a `.lrmx` file: the document as it was read, with its photo, with what is proposed and what is newer.
 *
 * @param family takes the place of the form's own; null leaves that as it came
 * @returns UTF-8, whatever the file came in
 * @source handbook §3.1, §7-49
 */
export function writeLrmx(
  document: XmlDocument,
  photo: Buffer | null,
  changes: FormChanges = {},
  family: readonly FamilyTexts[] | null = null,
): Buffer {
  let { root } = document;
  for (const [name, text] of Object.entries(changes)) root = withText(root, name, text);
  if (family !== null) root = withElement(root, familyElement(family));
  if (photo !== null) root = withText(root, 'ZhaoPian', photo.toString('base64'));
  const declaration = document.declaration?.replace(/(encoding\s*=\s*["'])[^"']*/u, '$1utf-8') ?? null;
  return Buffer.from(writeXml({ ...document, root, declaration }), 'utf8');
}
