import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type ReactElement, useRef } from 'react';
import { upload } from '../../../../api/client.js';
import { sentenceOf } from '../../../../api/problem.js';
import { t } from '../../../../ui/t.js';

interface ItemList {
  rows: string[][];
  more: boolean;
}

/** A list from a file, as text to be looked at before it is checked. */
export function FileButton({ onText }: { onText: (text: string) => void }): ReactElement {
  const { message } = App.useApp();
  const picker = useRef<HTMLInputElement>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: textOf,
    onSuccess: ({ text, more }) => {
      onText(text);
      if (more) void message.warning(t('名单很长，只读取了前面的行。'));
    },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".xlsx,.txt,.csv,.tsv"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) mutate(file);
        }}
      />
      <Button loading={isPending} onClick={() => picker.current?.click()}>
        {t('选择文件')}
      </Button>
    </>
  );
}

/** A workbook is read by the server: old browsers cannot open one. */
async function textOf(file: File): Promise<{ text: string; more: boolean }> {
  if (!/\.xlsx$/i.test(file.name)) return { text: decode(await file.arrayBuffer()), more: false };
  const { rows, more } = await upload<ItemList>('item-lists', file);
  return { text: rows.map((cells) => cells.map(oneLine).join('\t')).join('\n'), more };
}

const oneLine = (cell: string): string => cell.replace(/\s+/g, ' ').trim();

/** Spreadsheets save text as UTF-8 or, on Chinese systems, as GB 18030. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
