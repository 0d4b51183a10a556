import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { post } from '../../api/client.js';
import { useFilters } from '../../app/router.js';
import { ErrorNote } from '../../ui/error-note.js';
import { Field } from '../../ui/field.js';
import { t } from '../../ui/t.js';
import type { PolicyDocument, PolicyPreview } from '../admin-types.js';
import { policiesQuery } from '../queries.js';
import { PreviewResult } from './preview-result.js';

interface Props {
  draft: PolicyDocument['policy'];
  basedOn: number;
  /** How many values differ from the version in force. */
  changed: number;
  onDone: () => void;
}

/** A change on its way: what it would do, why it is made, and then the new version. */
export function Proposed({ draft, basedOn, changed, onDone }: Props): ReactElement {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [, change] = useFilters();
  const [note, setNote] = useState('');
  const [preview, setPreview] = useState<PolicyPreview | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState<'preview' | 'save' | null>(null);
  // What was said of an earlier draft is not said of this one.
  useEffect(() => setPreview(null), [draft]);

  const attempt = async (kind: 'preview' | 'save', work: () => Promise<void>): Promise<void> => {
    setBusy(kind);
    setError(null);
    await work().catch(setError);
    setBusy(null);
  };
  const ask = (): Promise<void> =>
    attempt('preview', async () => setPreview(await post<PolicyPreview>('policies/preview', { policy: draft })));
  const save = (): Promise<void> =>
    attempt('save', async () => {
      await post<PolicyDocument>('policies', { policy: draft, note, basedOn });
      onDone();
      change({ version: null });
      void message.success(t('已保存为新版本'));
      await client.invalidateQueries({ queryKey: policiesQuery.queryKey });
      void client.invalidateQueries({ queryKey: ['directory'] });
    });
  return (
    <section className="card stack" aria-label={t('修改')}>
      <header className="card-head">
        <h2>{changed === 0 ? t('还没有改动') : t('改动了{n}处', { n: changed })}</h2>
        <div className="buttons">
          <Button disabled={changed === 0} loading={busy === 'preview'} onClick={() => void ask()}>
            {t('试算对今天台账的影响')}
          </Button>
          <Button onClick={onDone}>{t('放弃修改')}</Button>
        </div>
      </header>
      {preview !== null && <PreviewResult preview={preview} />}
      <Field label={t('修改说明与依据')} required>
        <Input.TextArea rows={2} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      {error !== null && <ErrorNote error={error} />}
      <div className="buttons">
        <Button
          type="primary"
          disabled={changed === 0 || note.trim() === ''}
          loading={busy === 'save'}
          onClick={() => void save()}
        >
          {t('保存为新版本')}
        </Button>
      </div>
    </section>
  );
}
