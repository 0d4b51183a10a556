import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { unitQuery } from '../../../api/queries.js';
import { t } from '../../../ui/t.js';
import { useFoundUnits } from './pick/use-found.js';

interface Props {
  value: string;
  onChoose: (code: string, name: string) => void;
}

/** Units within reach, found by part of the name, by its sound or by code. */
export function UnitPicker({ value, onChoose }: Props): ReactElement {
  const [text, setText] = useState('');
  const { items, busy } = useFoundUnits(text);
  const { data: chosen } = useQuery({ ...unitQuery(value), enabled: value !== '' });
  const found = items.filter(({ teams }) => teams > 0);
  const missing = chosen && !found.some(({ code }) => code === chosen.code) ? [chosen] : [];
  const options = [...missing, ...found].map(({ code, name }) => ({ value: code, label: `${name}（${code}）`, name }));
  return (
    <Select
      aria-label={t('单位')}
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value === '' ? undefined : value}
      options={options}
      loading={busy}
      placeholder={t('单位名称、拼音首字母或编码')}
      notFoundContent={t('没有找到单位')}
      onChange={(code, option) => onChoose(code, Array.isArray(option) ? '' : (option?.name ?? ''))}
    />
  );
}
