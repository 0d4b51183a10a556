import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { unitQuery, unitsQuery } from '../../../api/queries.js';
import { useDebounced } from '../../../ui/use-debounced.js';

interface Props {
  value: string;
  onChoose: (code: string, name: string) => void;
}

/** Units within reach, found by part of the name or by code. */
export function UnitPicker({ value, onChoose }: Props): ReactElement {
  const [text, setText] = useState('');
  const query = useDebounced(text.trim(), 250);
  const { data, isFetching } = useQuery(unitsQuery({ query, limit: 60 }));
  const { data: chosen } = useQuery({ ...unitQuery(value), enabled: value !== '' });
  const found = data?.items.filter(({ teams }) => teams > 0) ?? [];
  const missing = chosen && !found.some(({ code }) => code === chosen.code) ? [chosen] : [];
  const options = [...missing, ...found].map(({ code, name }) => ({ value: code, label: `${name}（${code}）`, name }));
  return (
    <Select
      aria-label="单位"
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value === '' ? undefined : value}
      options={options}
      loading={isFetching}
      placeholder="输入单位名称或编码"
      notFoundContent="没有找到单位"
      onChange={(code, option) => onChoose(code, Array.isArray(option) ? '' : (option?.name ?? ''))}
    />
  );
}
