import { Input } from 'antd';
import type { ReactElement } from 'react';
import { serverNow } from '../api/server-time.js';
import { useFilters } from '../app/router.js';
import { t } from '../ui/t.js';
import { dayInChina } from '../ui/time.js';

/** The day for which a whole page speaks; it stays in the address and goes along with every link. */
export function AsOf(): ReactElement {
  const [search, change] = useFilters();
  return (
    <label className="as-of">
      {t('计算基准日')}
      <Input
        type="date"
        className="day"
        value={search.get('asOf') ?? dayInChina(serverNow())}
        onChange={(event) => change({ asOf: event.target.value, page: null })}
      />
    </label>
  );
}
