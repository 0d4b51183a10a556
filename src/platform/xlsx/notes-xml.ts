import { columnLetters } from './cell.js';
import { escapeText } from './escaped-text.js';
import type { ColumnSpec } from './sheet-spec.js';
import { XML_HEAD } from './sheet-xml.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

interface Note {
  column: number;
  text: string;
}

export function notesOf(columns: readonly ColumnSpec[]): Note[] {
  return columns.flatMap(({ note }, column) => (note ? [{ column, text: note }] : []));
}

/** The texts of the notes at the headers. */
export function notesXml(notes: readonly Note[]): string {
  const comments = notes.map(
    ({ column, text }) =>
      `<comment ref="${columnLetters(column)}1" authorId="0"><text><r><t xml:space="preserve">${escapeText(text)}</t></r></text></comment>`,
  );
  return `${XML_HEAD}<comments xmlns="${MAIN}"><authors><author></author></authors><commentList>${comments.join('')}</commentList></comments>`;
}

/** The boxes in which spreadsheets show the notes: they still want them in the old drawing language. */
export function noteBoxesXml(notes: readonly Note[]): string {
  const shapes = notes.map(
    ({ column }, index) =>
      `<v:shape id="_x0000_s${1025 + index}" type="#note" style="position:absolute;width:220pt;height:90pt;visibility:hidden"` +
      ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox/><x:ClientData ObjectType="Note">' +
      `<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1},15,1,2,${column + 4},30,6,4</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  );
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"' +
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>' +
    '</o:shapelayout><v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  );
}
