/** What one file may cost us, counted while inflating: sizes that a zip declares of itself are not trusted. */
export interface XlsxLimits {
  /** Parts in the archive. */
  entries: number;
  /** Inflated bytes of one part. */
  entryBytes: number;
  /** Inflated bytes of all parts read. */
  totalBytes: number;
  /** Inflated bytes per compressed byte, judged once a part is past `ratioFreeBytes`. */
  ratio: number;
  ratioFreeBytes: number;
  /** Bytes of text kept for the shared strings of the workbook. */
  sharedStringBytes: number;
}

const MIB = 1024 * 1024;

/** Room for 1,000,000 full rows; an honest sheet inflates 10 to 50 times. */
export const XLSX_LIMITS: XlsxLimits = {
  entries: 2_000,
  entryBytes: 512 * MIB,
  totalBytes: 768 * MIB,
  ratio: 200,
  ratioFreeBytes: 4 * MIB,
  sharedStringBytes: 128 * MIB,
};
