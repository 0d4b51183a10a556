import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { post } from '../api/client.js';
import { BUSINESS } from '../app/current-session.js';
import { ROLE_LABELS } from '../app/role-labels.js';
import { serverNow } from '../api/server-time.js';
import { ErrorNote } from '../ui/error-note.js';
import { Field } from '../ui/field.js';
import { t } from '../ui/t.js';
import { dayInChina } from '../ui/time.js';
import { useDebounced } from '../ui/use-debounced.js';
import { grantableUnitsQuery, type User } from './admin-api.js';

const ADMINISTRATORS = ['sysadmin', 'secadmin', 'auditadmin'];
const ROLES = [...(BUSINESS ?? []), ...ADMINISTRATORS].map((role) => ({
  value: role,
  label: ROLE_LABELS[role] ?? role,
}));

/** Giving a role: in one unit and what is below it, or the whole tree; from a day, and to one where it is limited. */
export function NewGrant({ user, onDone }: { user: User; onDone: () => void }): ReactElement {
  const [role, setRole] = useState<string | null>(null);
  const [unit, setUnit] = useState('');
  const [startsOn, setStartsOn] = useState(dayInChina(serverNow()));
  const [endsOn, setEndsOn] = useState('');
  const reachesUnits = role !== null && !ADMINISTRATORS.includes(role);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      post(`users/${user.id}/grants`, {
        role,
        unit: reachesUnits && unit !== '' ? unit : null,
        startsOn,
        endsOn: endsOn === '' ? null : endsOn,
      }),
    onSuccess: () => {
      setRole(null);
      setUnit('');
      onDone();
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    mutate();
  };
  return (
    <form className="stack" onSubmit={send} aria-label={t('新增授权')}>
      <div className="filters">
        <Field label={t('角色')} required>
          <Select className="filter-unit" aria-label={t('授予角色')} value={role} options={ROLES} onChange={setRole} />
        </Field>
        {reachesUnits && <UnitChoice value={unit} onChange={setUnit} />}
        <Field label={t('自')}>
          <Input type="date" value={startsOn} onChange={(event) => setStartsOn(event.target.value)} />
        </Field>
        <Field label={t('至（不含）')}>
          <Input type="date" value={endsOn} onChange={(event) => setEndsOn(event.target.value)} />
        </Field>
      </div>
      {error !== null && <ErrorNote error={error} />}
      <Button type="primary" htmlType="submit" loading={isPending} disabled={role === null}>
        {t('授予')}
      </Button>
    </form>
  );
}

function UnitChoice({ value, onChange }: { value: string; onChange: (unit: string) => void }): ReactElement {
  const [text, setText] = useState('');
  const { data } = useQuery(grantableUnitsQuery({ query: useDebounced(text.trim(), 250) }));
  const options = (data?.units ?? []).map(({ code, name }) => ({ value: code, label: `${name}（${code}）` }));
  return (
    <Field label={t('范围')}>
      <Select
        className="filter-unit"
        aria-label={t('授权范围')}
        showSearch={{ filterOption: false, onSearch: setText }}
        value={value}
        options={[{ value: '', label: t('全市') }, ...options]}
        notFoundContent={t('没有找到单位')}
        onChange={onChange}
      />
    </Field>
  );
}
