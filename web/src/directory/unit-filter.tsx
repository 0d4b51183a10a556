import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { unitQuery, unitsQuery } from '../api/queries.js';
import { t } from '../ui/t.js';
import { useDebounced } from '../ui/use-debounced.js';

interface Props {
  value: string;
  onChange: (unit: string) => void;
  small?: boolean;
}

/** A unit with everything below it, or all. */
export function UnitFilter({ value, onChange, small = false }: Props): ReactElement {
  const [text, setText] = useState('');
  const query = useDebounced(text.trim(), 250);
  const { data } = useQuery(unitsQuery({ query, limit: 60 }));
  const { data: chosen } = useQuery({ ...unitQuery(value), enabled: value !== '' });
  const found = data?.items ?? [];
  const missing = chosen && !found.some(({ code }) => code === chosen.code) ? [chosen] : [];
  const options = [...missing, ...found].map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Select
      aria-label={t('单位')}
      size={small ? 'small' : undefined}
      className={small ? 'filter-unit-small' : 'filter-unit'}
      popupMatchSelectWidth={false}
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value}
      options={[{ value: '', label: t('全部单位') }, ...options]}
      notFoundContent={t('没有找到单位')}
      onChange={onChange}
    />
  );
}
