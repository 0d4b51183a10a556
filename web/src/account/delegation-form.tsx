import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { post } from '../api/client.js';
import { colleaguesQuery } from '../api/queries.js';
import { serverNow } from '../api/server-time.js';
import { ErrorNote } from '../ui/error-note.js';
import { Field } from '../ui/field.js';
import { t } from '../ui/t.js';
import { dayInChina } from '../ui/time.js';
import { useDebounced } from '../ui/use-debounced.js';

/** Asking a colleague to stand in during an absence. */
export function DelegationForm({ onDone }: { onDone: () => void }): ReactElement {
  const today = dayInChina(serverNow());
  const [text, setText] = useState('');
  const [given, setGiven] = useState({ to: '', startsOn: today, endsOn: today, reason: '' });
  const { data } = useQuery(colleaguesQuery({ query: useDebounced(text.trim(), 250), limit: 20 }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => post('delegations', given),
    onSuccess: () => {
      setGiven({ to: '', startsOn: today, endsOn: today, reason: '' });
      onDone();
    },
  });
  const set = (name: keyof typeof given) => (value: string) => setGiven({ ...given, [name]: value });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    mutate();
  };
  return (
    <form className="stack" onSubmit={send} aria-label={t('委托代理')}>
      <div className="filters">
        <Field label={t('代理人')} required>
          <Select
            className="filter-unit"
            showSearch={{ filterOption: false, onSearch: setText }}
            value={given.to === '' ? null : given.to}
            options={(data?.colleagues ?? []).map(({ username, displayName }) => ({
              value: username,
              label: `${displayName}（${username}）`,
            }))}
            notFoundContent={t('没有找到同事')}
            onChange={(to: string) => set('to')(to)}
          />
        </Field>
        <Field label={t('起始日')} required>
          <Input type="date" value={given.startsOn} onChange={(event) => set('startsOn')(event.target.value)} />
        </Field>
        <Field label={t('截止日（含当日）')} required>
          <Input type="date" value={given.endsOn} onChange={(event) => set('endsOn')(event.target.value)} />
        </Field>
        <Field label={t('事由')} required>
          <Input maxLength={200} value={given.reason} onChange={(event) => set('reason')(event.target.value)} />
        </Field>
      </div>
      {error !== null && <ErrorNote error={error} />}
      <div>
        <Button
          type="primary"
          htmlType="submit"
          loading={isPending}
          disabled={given.to === '' || given.reason.trim().length < 2}
        >
          {t('委托代理')}
        </Button>
      </div>
    </form>
  );
}
