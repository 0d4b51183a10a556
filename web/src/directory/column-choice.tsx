import { Button, Checkbox, Popover } from 'antd';
import { type ReactElement, useState } from 'react';
import { t } from '../ui/t.js';
import { LEDGER_COLUMNS, USUAL_COLUMNS } from './ledger-columns.js';

const REMEMBERED = 'qingpei:ledger-columns';

/** Which columns somebody wants to see, remembered in this browser. */
export function useColumns(): [readonly string[], (columns: readonly string[]) => void] {
  const [columns, setColumns] = useState<readonly string[]>(
    () => localStorage.getItem(REMEMBERED)?.split(',') ?? USUAL_COLUMNS,
  );
  const choose = (next: readonly string[]): void => {
    localStorage.setItem(REMEMBERED, next.join(','));
    setColumns(next);
  };
  return [columns, choose];
}

interface Props {
  shown: readonly string[];
  onChange: (columns: readonly string[]) => void;
}

export function ColumnChoice({ shown, onChange }: Props): ReactElement {
  const options = LEDGER_COLUMNS.map(({ key, title, fixed }) => ({
    value: key,
    label: title,
    disabled: fixed === true,
  }));
  const fixed = LEDGER_COLUMNS.filter((column) => column.fixed).map(({ key }) => key);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          className="column-choice"
          value={[...fixed, ...shown]}
          options={options}
          onChange={(next) => onChange(next)}
        />
      }
    >
      <Button>{t('选择列')}</Button>
    </Popover>
  );
}
