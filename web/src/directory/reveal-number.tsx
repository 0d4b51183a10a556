import { Button, Input, Modal, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { post } from '../api/client.js';
import { rolesOf, useSession } from '../app/current-session.js';
import { ErrorNote } from '../ui/error-note.js';
import { Field } from '../ui/field.js';
import { t } from '../ui/t.js';

const KINDS = [
  { value: 'identity-check', label: t('核对身份') },
  { value: 'archive-review', label: t('干部档案审核') },
  { value: 'personal-matters-check', label: t('个人有关事项核查') },
  { value: 'discipline-opinion', label: t('征求纪检监察机关意见') },
  { value: 'appointment-document', label: t('制作任免审批表或任职文件') },
  { value: 'lawful-request', label: t('依法查询、协查') },
];
const SHORTEST = 5;

/** The number is masked; whoever needs it whole says what for, and that is recorded. It is gone with the page. */
export function RevealNumber({ code, masked }: { code: string; masked: string | null }): ReactElement {
  const roles = rolesOf(useSession());
  const [shown, setShown] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  if (masked === null) return <>{t('未登记')}</>;
  const may = roles.has('reviewer') || roles.has('chief');
  return (
    <>
      <span className="id-number">{shown ?? masked}</span>{' '}
      {may && shown === null && (
        <Button size="small" onClick={() => setAsking(true)}>
          {t('查看完整号码')}
        </Button>
      )}
      {asking && <Ask code={code} onShown={setShown} onClose={() => setAsking(false)} />}
    </>
  );
}

interface AskProps {
  code: string;
  onShown: (number: string) => void;
  onClose: () => void;
}

function Ask({ code, onShown, onClose }: AskProps): ReactElement {
  const [kind, setKind] = useState('identity-check');
  const [purpose, setPurpose] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (): Promise<void> => {
    setBusy(true);
    try {
      const path = `cadres/${encodeURIComponent(code)}/id-number/reveal`;
      const { idNumber } = await post<{ idNumber: string }>(path, { kind, purpose });
      onShown(idNumber);
      onClose();
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('查看完整身份证号')}
      okText={t('查看')}
      cancelText={t('取消')}
      confirmLoading={busy}
      okButtonProps={{ disabled: purpose.trim().length < SHORTEST }}
      onOk={() => void ask()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="muted">{t('每次查看连同用途记入审计，离开本页即不再显示。')}</p>
        <Field label={t('用途类别')} required>
          <Select value={kind} options={KINDS} onChange={setKind} />
        </Field>
        <Field label={t('具体用途')} required hint={t('至少{n}个字', { n: SHORTEST })}>
          <Input value={purpose} maxLength={200} onChange={(event) => setPurpose(event.target.value)} />
        </Field>
        {error !== null && <ErrorNote error={error} />}
      </div>
    </Modal>
  );
}
