import type { ReactElement } from 'react';
import { withQuery } from '../api/client.js';
import { PurposeDialog } from '../ui/purpose-dialog.js';
import { t } from '../ui/t.js';

/** A workbook is personal data in bulk: whoever takes it out says what for. */
export function ExportWorkbook({ asOf, onClose }: { asOf: string | null; onClose: () => void }): ReactElement {
  return (
    <PurposeDialog
      title={t('导出工作簿')}
      path={withQuery('exports/workbook', { asOf })}
      note={t('导出您范围内的单位、班子、职位、干部和任职，身份证号以掩码显示；用途记入审计。')}
      onClose={onClose}
    />
  );
}
