import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type ReactElement, useRef, useState } from 'react';
import { upload } from '../../api/client.js';
import { sentenceOf } from '../../api/problem.js';
import { attachmentsQuery } from '../../api/queries.js';
import type { AttachmentView, Plural } from '../../api/types.js';
import { t } from '../../ui/t.js';

const ACCEPTED = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt';
const MOST_BYTES = 10 * 1024 * 1024;

interface Props {
  plural: Plural;
  id: number;
  onDone?: (file: AttachmentView) => void;
}

export function UploadButton({ plural, id, onDone }: Props): ReactElement {
  const client = useQueryClient();
  const { message } = App.useApp();
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);

  const send = async (file: File): Promise<void> => {
    if (file.size > MOST_BYTES) {
      void message.error(t('文件超过10 MB，请压缩或拆分后上传。'));
      return;
    }
    setBusy(true);
    try {
      const stored = await upload<AttachmentView>(`${plural}/${id}/attachments`, file);
      await client.invalidateQueries({ queryKey: attachmentsQuery(plural, id).queryKey });
      onDone?.(stored);
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <span>
      <input
        ref={picker}
        type="file"
        hidden
        accept={ACCEPTED}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void send(file);
        }}
      />
      <Button size="small" loading={busy} onClick={() => picker.current?.click()}>
        {t('上传附件')}
      </Button>
      <span className="field-hint"> {t('pdf、docx、xlsx、png、jpg、txt，不超过10 MB')}</span>
    </span>
  );
}
