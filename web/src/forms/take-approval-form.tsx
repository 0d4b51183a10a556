import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import { withQuery } from '../api/client.js';
import { printingQuery } from '../api/queries.js';
import { abilitiesOf, useSession } from '../app/current-session.js';
import { PurposeDialog } from '../ui/purpose-dialog.js';
import { t } from '../ui/t.js';

interface Props {
  code: string;
  /** Whose 拟任, 拟免 and 任免理由 the form shall say. */
  proposal?: number;
  /** Of the button; a link with the person's name in a list of several. */
  name?: string;
}

/** The approval form of a person, for those who may see an ID number; what for is on record before it leaves. */
export function TakeApprovalForm({ code, proposal, name }: Props): ReactElement | null {
  const { imports } = abilitiesOf(useSession());
  const [open, setOpen] = useState(false);
  if (!imports) return null;
  return (
    <>
      {name === undefined ? (
        <Button onClick={() => setOpen(true)}>{t('导出任免审批表')}</Button>
      ) : (
        <Button type="link" size="small" onClick={() => setOpen(true)}>
          {name}
        </Button>
      )}
      {open && <TakeDialog code={code} proposal={proposal} onClose={() => setOpen(false)} />}
    </>
  );
}

interface DialogProps {
  code: string;
  proposal: number | undefined;
  onClose: () => void;
}

function TakeDialog({ code, proposal, onClose }: DialogProps): ReactElement {
  const [format, setFormat] = useState('lrmx');
  const { data: printing } = useQuery(printingQuery);
  const formats = [
    { value: 'lrmx', label: 'lrmx' },
    { value: 'docx', label: 'DOCX' },
    ...(printing?.pdf.available === true ? [{ value: 'pdf', label: 'PDF' }] : []),
  ];
  const source = t('lrmx 含完整身份证号；没有导入过的，以名册和干部情况生成；导入后有更新的，以更新后的为准。');
  return (
    <PurposeDialog
      title={t('导出任免审批表')}
      path={withQuery(`cadres/${encodeURIComponent(code)}/approval-form`, { format, proposal })}
      note={proposal === undefined ? source : `${source}${t('拟任、拟免职务和任免理由按本动议填写。')}`}
      onClose={onClose}
    >
      <Radio.Group options={formats} value={format} onChange={({ target }) => setFormat(String(target.value))} />
    </PurposeDialog>
  );
}
