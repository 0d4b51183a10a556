export type UnreadableCode =
  'FILE_BROKEN' | 'FILE_ENCRYPTED_OR_OLD' | 'FILE_HAS_MACROS' | 'FILE_HAS_DOCTYPE' | 'FILE_INFLATES_TOO_MUCH';

/** The file cannot be taken as a workbook. Whoever asked turns the code into a refusal. */
export class UnreadableFile extends Error {
  constructor(
    readonly code: UnreadableCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'UnreadableFile';
  }
}

/** Faults of the zip and XML libraries mean a broken file; our own refusals pass through. */
export function asUnreadable(error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  return new UnreadableFile('FILE_BROKEN', {}, { cause: error });
}
