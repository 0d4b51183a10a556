export interface WorkbookColumn<H extends string = string> {
  header: H;
  /** In characters. */
  width: number;
  required: boolean;
  note: string;
  /** Offered as a drop-down; `open` ones take other texts as well. */
  choices?: { values: readonly string[]; open: boolean };
}

export interface WorkbookSheet {
  name: string;
  columns: readonly WorkbookColumn[];
}

export function column<const H extends string>(
  header: H,
  width: number,
  required: boolean,
  note: string,
): WorkbookColumn<H> {
  return { header, width, required, note };
}

export function choiceColumn<const H extends string>(
  header: H,
  width: number,
  required: boolean,
  note: string,
  labels: Readonly<Record<string, string>>,
  { open = false } = {},
): WorkbookColumn<H> {
  return { header, width, required, note, choices: { values: Object.values(labels), open } };
}
