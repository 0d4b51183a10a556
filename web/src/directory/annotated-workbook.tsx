import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { uploadForFile } from '../api/client.js';
import { sentenceOf } from '../api/problem.js';
import { t } from '../ui/t.js';

/** The workbook once more, each fault marked where it stands. */
export function AnnotatedWorkbook({ file }: { file: File }): ReactElement {
  const { message } = App.useApp();
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      uploadForFile(
        'imports/annotated',
        file,
        t('{name}（已标出错误）.xlsx', { name: file.name.replace(/\.xlsx$/i, '') }),
      ),
    onError: (error) => void message.error(sentenceOf(error)),
  });
  return (
    <Button type="primary" loading={isPending} onClick={() => mutate()}>
      {t('下载标出错误的工作簿')}
    </Button>
  );
}
