import { escapeXml } from './escaped-text.js';
import { XML_HEAD } from './sheet-xml.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Which parts the file has; `withNotes` holds the numbers of the sheets that carry notes. */
export function contentTypesXml(sheetCount: number, withNotes: readonly number[]): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  const notes = withNotes.map(
    (number) => `<Override PartName="/xl/comments${number}.xml" ContentType="${TYPE}.comments+xml"/>`,
  );
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.join('')}${notes.join('')}</Types>`
  );
}

export function packageRelationsXml(): string {
  return relationsXml([{ type: 'officeDocument', target: 'xl/workbook.xml' }]);
}

export function workbookXml(names: readonly string[], definedNames = ''): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets>${definedNames}</workbook>`;
}

export function workbookRelationsXml(sheetCount: number): string {
  const sheets = Array.from({ length: sheetCount }, (_, index) => ({
    type: 'worksheet',
    target: `worksheets/sheet${index + 1}.xml`,
  }));
  return relationsXml([...sheets, { type: 'styles', target: 'styles.xml' }]);
}

export function sheetRelationsXml(number: number): string {
  return relationsXml([
    { type: 'vmlDrawing', target: `../drawings/vmlDrawing${number}.vml` },
    { type: 'comments', target: `../comments${number}.xml` },
  ]);
}

function relationsXml(relations: readonly { type: string; target: string }[]): string {
  const items = relations.map(
    ({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}
