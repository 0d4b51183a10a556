import { t } from '../../ui/t.js';

/** '2026Q3' → '2026年第三季度'. */
export function quarterText(quarter: string): string {
  const [, year = '', number = ''] = /^(\d{4})Q([1-4])$/.exec(quarter) ?? [];
  const names: Readonly<Record<string, string>> = {
    1: t('{year}年第一季度', { year }),
    2: t('{year}年第二季度', { year }),
    3: t('{year}年第三季度', { year }),
    4: t('{year}年第四季度', { year }),
  };
  return names[number] ?? quarter;
}
