import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { unitQuery, unitsQuery } from '../api/queries.js';
import { useDebounced } from '../ui/use-debounced.js';

/** A unit with everything below it, or all. */
export function UnitFilter({ value, onChange }: { value: string; onChange: (unit: string) => void }): ReactElement {
  const [text, setText] = useState('');
  const query = useDebounced(text.trim(), 250);
  const { data } = useQuery(unitsQuery({ query, limit: 60 }));
  const { data: chosen } = useQuery({ ...unitQuery(value), enabled: value !== '' });
  const found = data?.items ?? [];
  const missing = chosen && !found.some(({ code }) => code === chosen.code) ? [chosen] : [];
  const options = [...missing, ...found].map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Select
      aria-label="单位"
      className="filter-unit"
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value}
      options={[{ value: '', label: '全部单位' }, ...options]}
      notFoundContent="没有找到单位"
      onChange={onChange}
    />
  );
}
