import { Button } from 'antd';
import { type DragEvent, type ReactElement, useRef, useState } from 'react';
import { t } from '../ui/t.js';
import { type ChosenFile, chosenFrom, droppedFrom } from './chosen-files.js';

interface Props {
  label: string;
  accept: string;
  /** Said beside the button. */
  chosen: string;
  busy: boolean;
  many?: boolean;
  choose: (files: ChosenFile[]) => void;
}

/** Files by hand, by dropping them, and where many are taken a whole folder. */
export function FilePicker({ label, accept, chosen, busy, many = false, choose }: Props): ReactElement {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (taken: ChosenFile[]): void => {
    if (taken.length > 0) choose(many ? taken : taken.slice(0, 1));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void droppedFrom(event.dataTransfer).then(take);
  };
  const input = { type: 'file', hidden: true, 'aria-label': label } as const;
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
        {...input}
        ref={files}
        multiple={many}
        accept={accept}
        onChange={({ target }) => {
          take(chosenFrom(target.files));
          target.value = '';
        }}
      />
      <Button type="primary" loading={busy} onClick={() => files.current?.click()}>
        {label}
      </Button>
      {many && (
        <>
          <input
            {...input}
            ref={folder}
            aria-label={t('选择文件夹')}
            {...{ webkitdirectory: '' }}
            onChange={({ target }) => {
              take(chosenFrom(target.files));
              target.value = '';
            }}
          />
          <Button disabled={busy} onClick={() => folder.current?.click()}>
            {t('选择文件夹')}
          </Button>
        </>
      )}
      <span className="muted">{chosen || (many ? t('或把文件、文件夹拖到这里') : t('或把文件拖到这里'))}</span>
    </div>
  );
}
