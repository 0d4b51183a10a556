import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { type Query, withQuery } from '../api/client.js';
import { PurposeDialog } from '../ui/purpose-dialog.js';
import { t } from '../ui/t.js';

/** 《优秀年轻干部配备台账》 of the rows shown, for the printer. */
export function ExportLedger({ filter }: { filter: Query }): ReactElement {
  const { asOf, unit, task, level } = filter;
  return (
    <ExportButton
      title={t('导出台账')}
      path={withQuery('exports/ledger', { asOf, unit, task, level })}
      note={t('所选单位、任务和等级的《优秀年轻干部配备台账》，A3横向，可直接打印；含姓名和出生年月，用途记入审计。')}
    />
  );
}

/** 《干部名册》 of a unit and those below it. */
export function ExportRoster({ unit, asOf }: { unit: string; asOf: string | undefined }): ReactElement {
  return (
    <ExportButton
      title={t('导出名册')}
      path={withQuery(`units/${encodeURIComponent(unit)}/roster`, { asOf })}
      note={t('本单位及下级的《干部名册》，A3横向，可直接打印；不含身份证号，用途记入审计。')}
    />
  );
}

function ExportButton(dialog: { title: string; path: string; note: string }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{dialog.title}</Button>
      {open && <PurposeDialog {...dialog} onClose={() => setOpen(false)} />}
    </>
  );
}
