/** A file with where it stood in the folder that was chosen, so that one name in two folders stays two files. */
export interface ChosenFile {
  file: File;
  path: string;
}

export const chosenFrom = (list: FileList | null): ChosenFile[] =>
  [...(list ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }));

/** What was dropped, folders opened to the bottom. */
export async function droppedFrom({ items, files }: DataTransfer): Promise<ChosenFile[]> {
  // Entries are gone once the handler of the drop has returned: they are all taken before the first is opened.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenFrom(files);
  return (await Promise.all(entries.map(filesOf))).flat();
}

async function filesOf(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((found, failed) => entry.file(found, failed));
    return [{ file, path: entry.fullPath.replace(/^\//u, '') }];
  }
  const inner = await entriesOf((entry as FileSystemDirectoryEntry).createReader());
  return (await Promise.all(inner.map(filesOf))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** A reader hands out a hundred at a time, and nothing at the end. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const some = await new Promise<FileSystemEntry[]>((found, failed) => reader.readEntries(found, failed));
  return some.length === 0 ? [] : [...some, ...(await entriesOf(reader))];
}
