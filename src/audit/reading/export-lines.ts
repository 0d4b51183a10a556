import { auditView, type AuditFilter, type AuditView } from './audit.dto.js';
import type { AuditQueries } from './audit.queries.js';

export type ExportFormat = 'ndjson' | 'csv';

const COLUMNS = Object.keys(auditView.shape) as (keyof AuditView)[];

/** The audit for inspection, as text in pieces: one JSON object a line, or a table with a header row. */
export async function* exportLines(
  queries: AuditQueries,
  filter: AuditFilter,
  format: ExportFormat,
): AsyncGenerator<string> {
  if (format === 'csv') yield `${COLUMNS.join(',')}\r\n`;
  for await (const page of queries.all(filter)) {
    yield page.map((view) => (format === 'csv' ? csvLine(view) : `${JSON.stringify(view)}\n`)).join('');
  }
}

function csvLine(view: AuditView): string {
  return `${COLUMNS.map((column) => csvCell(view[column])).join(',')}\r\n`;
}

// A cell that a spreadsheet would take for a formula is text.
function csvCell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
