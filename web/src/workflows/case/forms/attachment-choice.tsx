import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import type { ReactElement } from 'react';
import { attachmentsQuery } from '../../../api/queries.js';
import type { Plural } from '../../../api/types.js';
import { UploadButton } from '../upload-button.js';
import { t } from '../../../ui/t.js';

interface Props {
  plural: Plural;
  id: number;
  value: number[];
  set: (value: number[]) => void;
}

/** Which of the case's files go along; a missing one can be uploaded on the spot. */
export function AttachmentChoice({ plural, id, value, set }: Props): ReactElement {
  const { data = [] } = useQuery(attachmentsQuery(plural, id));
  return (
    <div className="stack-small">
      {data.length === 0 && <span className="muted">{t('还没有附件。')}</span>}
      <Checkbox.Group
        value={value}
        options={data.map((file) => ({ value: file.id, label: file.name }))}
        onChange={(chosen) => set(chosen)}
      />
      <UploadButton plural={plural} id={id} onDone={(file) => set([...value, file.id])} />
    </div>
  );
}
