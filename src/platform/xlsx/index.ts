export type { Cell, Row } from './cell.js';
export { XLSX_LIMITS, type XlsxLimits } from './limits.js';
export { openXlsx, type XlsxFile, type XlsxSheet } from './open-xlsx.js';
export { textWidth } from './page-xml.js';
export type { CellNote, CellValue, ColumnSpec, PageSpec, SheetSpec } from './sheet-spec.js';
export { UnreadableFile, type UnreadableCode } from './unreadable-file.js';
export { writeXlsx } from './write-xlsx.js';
