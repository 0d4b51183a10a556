import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One source file as the architecture test sees it. */
export interface SourceFile {
  /** 'src/engine/index.ts'. */
  path: string;
  text: string;
  lines: number;
  /** What it imports or re-exports, types included: a project path such as 'src/platform/index.ts', or a package. */
  imports: string[];
  /** Calls that read the world: 'Date.now', 'new Date', 'Math.random', 'performance.now'. */
  readings: string[];
}

interface Node {
  type: string;
  [key: string]: unknown;
}

/** Parses every product file below a folder; tests and what only tests use are left out. */
export function productFiles(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts') && !/\.(spec|fixture)\.ts$|spec-support/.test(path))
    .map(parse);
}

function parse(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const imports: string[] = [];
  const readings: string[] = [];
  visit(parseSync(text, { syntax: 'typescript', decorators: true, target: 'es2022' }), (node) => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) imports.push(resolveFrom(path, specifier));
    const reading = readingOf(node);
    if (reading !== undefined) readings.push(reading);
  });
  return { path, text, lines: text.trimEnd().split('\n').length, imports, readings };
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, look);
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value) look(value as Node);
    for (const child of Object.values(value)) visit(child, look);
  }
}

function specifierOf(node: Node): string | undefined {
  if (/^(Import|ExportAll|ExportNamed)Declaration$/.test(node.type)) return stringOf(node['source']);
  if (node.type === 'TsImportType') return stringOf(node['argument']);
  if (node.type !== 'CallExpression' || (node['callee'] as Node).type !== 'Import') return undefined;
  const [first] = node['arguments'] as { expression: Node }[];
  return stringOf(first?.expression);
}

function stringOf(value: unknown): string | undefined {
  const node = value as Node | null | undefined;
  return node?.type === 'StringLiteral' ? (node['value'] as string) : undefined;
}

function resolveFrom(path: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts');
}

function readingOf(node: Node): string | undefined {
  if (node.type === 'NewExpression') {
    const empty = ((node['arguments'] as unknown[] | undefined) ?? []).length === 0;
    return empty && nameOf(node['callee']) === 'Date' ? 'new Date' : undefined;
  }
  if (node.type !== 'MemberExpression') return undefined;
  const member = `${nameOf(node['object'])}.${nameOf(node['property'])}`;
  return ['Date.now', 'Math.random', 'performance.now'].includes(member) ? member : undefined;
}

function nameOf(value: unknown): string {
  const node = value as Node;
  return node.type === 'Identifier' ? (node['value'] as string) : '';
}
