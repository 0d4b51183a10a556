import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type ReactElement, useRef, useState } from 'react';
import { upload } from '../../api/client.js';
import { sentenceOf } from '../../api/problem.js';
import type { CaseView } from '../../api/types.js';
import { DownloadLink } from '../../ui/download-link.js';
import { t } from '../../ui/t.js';

/** Checked away from the desk: the unit's rows to take along, and the filled sheet to hand in. */
export function CheckSheet({ view }: { view: CaseView }): ReactElement | null {
  const client = useQueryClient();
  const { message } = App.useApp();
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  if (!view.actions.some(({ event, possible }) => event === 'CONFIRM' && possible)) return null;
  const send = async (file: File): Promise<void> => {
    setBusy(true);
    setFault(null);
    try {
      const { wrong } = await upload<{ wrong: number }>(`stocktake_units/${view.id}/check-sheet`, file);
      void message.success(wrong === 0 ? t('已按核对表确认') : t('已按核对表申请更正（{n}行）', { n: wrong }));
      await client.invalidateQueries();
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card" aria-label={t('用核对表核对')}>
      <h2>{t('用核对表核对')}</h2>
      <p className="muted">{t('下载后逐行填“无误”或“有出入”，再上传：全部无误即确认，有出入即申请更正。')}</p>
      <div className="buttons">
        <DownloadLink path={`stocktake_units/${view.id}/check-sheet.xlsx`}>{t('下载核对表')}</DownloadLink>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".xlsx"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void send(file);
          }}
        />
        <Button size="small" loading={busy} onClick={() => picker.current?.click()}>
          {t('上传填好的核对表')}
        </Button>
      </div>
      {fault !== null && <p role="alert">{sentenceOf(fault)}</p>}
    </section>
  );
}
