import { posix } from 'node:path';
import { UnreadableFile } from './unreadable-file.js';
import { attributeNamed, readXml } from './xml-stream.js';
import type { ZipArchive } from './zip-archive.js';

export interface SheetPart {
  name: string;
  hidden: boolean;
  path: string;
}

export interface WorkbookParts {
  sheets: SheetPart[];
  /** Days are counted from 1904 instead of 1900. */
  date1904: boolean;
  stylesPath: string | null;
  sharedStringsPath: string | null;
}

const CONTENT_TYPES = '[Content_Types].xml';

/** Finds the parts that hold cells; what points outside the file is never followed. */
export async function readWorkbookParts(zip: ZipArchive): Promise<WorkbookParts> {
  await refuseMacros(zip);
  const workbookPath = await mainPart(zip);
  const related = await relations(zip, workbookPath);
  const sheets: SheetPart[] = [];
  let date1904 = false;
  await readXml(zip.read(workbookPath), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const target = related.find(({ id }) => id === attributeNamed(attributes, 'id'));
      if (!target?.type.endsWith('/worksheet')) return;
      sheets.push({
        name: attributes.name ?? '',
        hidden: (attributes.state ?? 'visible') !== 'visible',
        path: target.path,
      });
    },
  });
  const pathOf = (type: string): string | null => related.find((part) => part.type.endsWith(type))?.path ?? null;
  return { sheets, date1904, stylesPath: pathOf('/styles'), sharedStringsPath: pathOf('/sharedStrings') };
}

/** Macros hide behind any extension: the parts and their declared types decide. */
async function refuseMacros(zip: ZipArchive): Promise<void> {
  if (!zip.has(CONTENT_TYPES)) throw new UnreadableFile('FILE_BROKEN');
  let declared = false;
  await readXml(zip.read(CONTENT_TYPES), {
    open(_, attributes) {
      if (/macroEnabled|vbaProject|ms-excel\.(?:intl)?macrosheet/i.test(attributes.ContentType ?? '')) declared = true;
    },
  });
  const named = zip.names.some((name) => /vbaproject\.bin$|\/macrosheets\//.test(name));
  if (declared || named) throw new UnreadableFile('FILE_HAS_MACROS');
}

interface Relation {
  id: string;
  type: string;
  path: string;
}

async function mainPart(zip: ZipArchive): Promise<string> {
  const main = (await relations(zip, '')).find((part) => part.type.endsWith('/officeDocument'));
  if (!main) throw new UnreadableFile('FILE_BROKEN');
  return main.path;
}

/** The relations of one part ('' is the package), targets inside the file only. */
async function relations(zip: ZipArchive, owner: string): Promise<Relation[]> {
  const folder = posix.dirname(owner);
  const found: Relation[] = [];
  const path = posix.join(folder, '_rels', `${posix.basename(owner)}.rels`);
  await readXml(zip.read(path), {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const target = attributes.Target ?? '';
      const resolved = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      found.push({ id: attributes.Id ?? '', type: attributes.Type ?? '', path: resolved });
    },
  });
  return found;
}
