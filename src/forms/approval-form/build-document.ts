import { type ElementName, ELEMENT_NAMES, FAMILY_ELEMENTS } from './elements.js';
import { element, type XmlDocument, type XmlElement } from './xml-tree.js';

/** What a new form says, by element; elements left out are empty. */
export type FormTexts = Partial<Record<ElementName, string>>;
export type FamilyTexts = Partial<Record<(typeof FAMILY_ELEMENTS)[number], string>>;

/**
 * A new form, every element in its place as the field's own editors write it.
 *
 * @source handbook §3.1
 */
export function buildDocument(texts: FormTexts, family: readonly FamilyTexts[], version: string): XmlDocument {
  const person: XmlElement = { name: 'Person', attributes: {}, children: ['\n'] };
  for (const name of ELEMENT_NAMES) {
    const child =
      name === 'JiaTingChengYuan' ? familyElement(family) : element(name, name === 'Version' ? version : texts[name]);
    person.children.push('  ', child, '\n');
  }
  return {
    declaration: '<?xml version="1.0" encoding="utf-8"?>',
    before: ['\n'],
    root: person,
    after: ['\n'],
    lineEnd: '\r\n',
  };
}

export function familyElement(family: readonly FamilyTexts[]): XmlElement {
  const items = family.flatMap((texts): (string | XmlElement)[] => [
    '\n    ',
    { name: 'Item', attributes: {}, children: FAMILY_ELEMENTS.map((name) => element(name, texts[name])) },
  ]);
  return { name: 'JiaTingChengYuan', attributes: {}, children: items.length === 0 ? [] : [...items, '\n  '] };
}
