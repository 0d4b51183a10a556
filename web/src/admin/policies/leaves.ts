import { t } from '../../ui/t.js';

export type Leaf = string | number | boolean | readonly unknown[];
type Tree = Leaf | { readonly [key: string]: Tree };

const isBranch = (value: unknown): value is Readonly<Record<string, Tree>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path of a document; undefined where there is none. */
export function valueAt(document: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isBranch(value) ? value[key] : undefined), document);
}

/** The single values of a setting, each with its whole path. A list is one value. */
export function leavesOf(document: unknown, path: string): { path: string; value: Leaf }[] {
  const value = valueAt(document, path);
  if (value === undefined || value === null) return [];
  if (!isBranch(value)) return [{ path, value: value as Leaf }];
  return Object.keys(value).flatMap((key) => leavesOf(document, `${path}.${key}`));
}

/** The document with one value replaced; the one given stays as it is. */
export function withValue<T>(document: T, path: string, value: unknown): T {
  const [key = '', ...rest] = path.split('.');
  const branch = document as Record<string, unknown>;
  const next = rest.length === 0 ? value : withValue(branch[key], rest.join('.'), value);
  return { ...branch, [key]: next } as T;
}

/** Paths of the values in which two documents differ, in the order of the first. */
export function differences(before: unknown, after: unknown, paths: readonly string[]): string[] {
  const leaves = paths.flatMap((path) => [...leavesOf(before, path), ...leavesOf(after, path)]).map(({ path }) => path);
  const same = (path: string): boolean =>
    JSON.stringify(valueAt(before, path)) === JSON.stringify(valueAt(after, path));
  return [...new Set(leaves)].filter((path) => !same(path));
}

/** What the parts of a setting are called; a part without a name here goes by its key. */
const WORDS: Readonly<Record<string, string>> = {
  below: t('以下'),
  around: t('左右'),
  strict: t('不满'),
  severity: t('轻重'),
  label: t('名称'),
  worstBelow: t('低于此为最重'),
  middleBelow: t('低于此为中等'),
  worstFromQuarters: t('最重（季度）'),
  worstFrom: t('最重（个）'),
  middleFrom: t('中等（个）'),
  num: t('分子'),
  den: t('分母'),
  met: t('已达到'),
  improved: t('差额减少'),
  unchanged: t('差额不变'),
  unchangedFillingVacancy: t('有空缺未用'),
  worsened: t('差额扩大'),
  presentShare: t('到会'),
  passShareOfEntitled: t('通过'),
  from: t('几时起'),
  until: t('几时止'),
};

/** '最重 · 差额减少' for the part of a setting that a value is. */
export function partName(setting: string, path: string): string {
  return path
    .slice(setting.length + 1)
    .split('.')
    .filter((key) => key !== '')
    .map((key) => WORDS[key] ?? key)
    .join(' · ');
}
