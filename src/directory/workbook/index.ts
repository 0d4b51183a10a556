export { maskIdNumber } from './id-number.js';
export type { Problem } from './problem.js';
export type { TypedRow, WorkbookRows } from './row-source.js';
export { sendWorkbook } from './send-workbook.js';
export { type HeaderOf, type SheetKey, SHEETS } from './sheets.js';
export { TemporaryFiles } from './temporary-files.js';
export { type ImportOptions, type ImportResult, WorkbookImporter } from './workbook-importer.js';
export { WorkbookExporter } from './workbook-exporter.js';
export { WorkbookModule } from './workbook.module.js';
