import { Input, InputNumber, Select, Switch } from 'antd';
import { type ReactElement, useState } from 'react';
import { t } from '../../ui/t.js';
import type { Leaf } from './leaves.js';

const STRATEGIES = [
  { value: 'completionRatio', label: t('完成比例') },
  { value: 'persistence', label: t('持续未达到') },
  { value: 'unmetIndicatorCount', label: t('未完成指标个数') },
];
const VERDICTS = [
  { value: 'clear', label: t('通过') },
  { value: 'flag', label: t('须说明') },
  { value: 'block', label: t('暂缓') },
];

/** Words to choose from, by where a value stands. */
function choicesOf(path: string): typeof VERDICTS | null {
  if (path === 'levels.strategy') return STRATEGIES;
  return path.startsWith('gate.table.') ? VERDICTS : null;
}

interface Props {
  path: string;
  name: string;
  value: Leaf;
  onChange: (value: Leaf) => void;
}

/** One value of a setting, in the control that fits it. The server has the last word on what is allowed. */
export function LeafInput({ path, name, value, onChange }: Props): ReactElement {
  const choices = choicesOf(path);
  if (typeof value === 'boolean') return <Switch aria-label={name} checked={value} onChange={onChange} />;
  if (typeof value === 'number') {
    return <InputNumber aria-label={name} value={value} precision={0} onChange={(next) => onChange(next ?? 0)} />;
  }
  if (typeof value === 'string') {
    return choices === null ? (
      <Input aria-label={name} value={value} onChange={(event) => onChange(event.target.value)} />
    ) : (
      <Select aria-label={name} value={value} options={choices} onChange={onChange} popupMatchSelectWidth={false} />
    );
  }
  return <ListInput name={name} value={value} onChange={onChange} />;
}

/** A ladder of reminders: written as data, since it is changed once in years. */
function ListInput({
  name,
  value,
  onChange,
}: Omit<Props, 'path' | 'value'> & { value: readonly unknown[] }): ReactElement {
  const [text, setText] = useState(() => JSON.stringify(value, null, 1));
  const [fault, setFault] = useState('');
  const read = (next: string): void => {
    setText(next);
    try {
      const parsed: unknown = JSON.parse(next);
      if (!Array.isArray(parsed)) throw new Error('not a list');
      setFault('');
      onChange(parsed);
    } catch {
      setFault(t('不是有效的列表，未采用。'));
    }
  };
  return (
    <div className="leaf-list">
      <Input.TextArea
        aria-label={name}
        value={text}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => read(event.target.value)}
      />
      <span className="fault" role="alert">
        {fault}
      </span>
    </div>
  );
}

/** The same, to read. */
export function leafText(path: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? t('是') : t('否');
  const chosen = choicesOf(path)?.find((choice) => choice.value === value);
  if (chosen) return chosen.label;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
