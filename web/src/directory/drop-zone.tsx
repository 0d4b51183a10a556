import { Button } from 'antd';
import { type DragEvent, type ReactElement, useRef, useState } from 'react';
import { t } from '../ui/t.js';

interface Props {
  file: File | null;
  busy: boolean;
  choose: (file: File) => void;
}

/** Where a workbook is chosen or dropped. */
export function DropZone({ file, busy, choose }: Props): ReactElement {
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped && !busy) choose(dropped);
  };
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={picker}
        type="file"
        hidden
        accept=".xlsx"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen) choose(chosen);
        }}
      />
      <Button type="primary" disabled={busy} onClick={() => picker.current?.click()}>
        {t('选择工作簿')}
      </Button>
      <span className="muted">{file === null ? t('或把文件拖到这里') : file.name}</span>
    </div>
  );
}
