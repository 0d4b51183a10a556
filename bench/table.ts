/** Prints a table that reads well at the console and pastes into a Markdown page. */
export function printTable(
  title: string,
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const texts = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = [], ...rest] = texts;
  console.log(`\n### ${title}\n`);
  console.log([line(first), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n'));
}
