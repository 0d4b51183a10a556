import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { put } from '../../api/client.js';
import { sentenceOf } from '../../api/problem.js';
import { successionsQuery } from '../../api/queries.js';
import { serverNow } from '../../api/server-time.js';
import { rolesOf, useSession } from '../../app/current-session.js';
import { t } from '../../ui/t.js';
import { dayInChina } from '../../ui/time.js';
import { useFoundUnits } from '../proposal/editor/pick/use-found.js';

const KINDS = { merged: t('合并'), split: t('分设'), renamed: t('更名') };
type Kind = keyof typeof KINDS;

/** Units that went over into others: comparison and warnings go on with the heir, and nobody is counted twice. */
export function Successions(): ReactElement | null {
  const roles = rolesOf(useSession());
  const { data } = useQuery(successionsQuery);
  if (!data) return null;
  return (
    <details className="card">
      <summary>{t('单位撤并沿革（{n}）', { n: data.length })}</summary>
      <ul className="plain-list">
        {data.map(({ predecessor, heir, kind, day }) => (
          <li key={predecessor.code}>
            {t('{predecessor}自{day}起{kind}，历史计入{heir}', {
              predecessor: predecessor.name,
              day,
              kind: KINDS[kind],
              heir: heir.name,
            })}
          </li>
        ))}
      </ul>
      {(roles.has('reviewer') || roles.has('chief')) && <Adding />}
    </details>
  );
}

function Adding(): ReactElement {
  const client = useQueryClient();
  const [predecessor, setPredecessor] = useState('');
  const [heir, setHeir] = useState('');
  const [kind, setKind] = useState<Kind>('merged');
  const [day, setDay] = useState(dayInChina(serverNow()));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => put(`unit-successions/${encodeURIComponent(predecessor)}`, { heir, kind, day }),
    onSuccess: async () => {
      setPredecessor('');
      await client.invalidateQueries({ queryKey: successionsQuery.queryKey });
    },
  });
  return (
    <div className="filters">
      <UnitOf label={t('原单位')} value={predecessor} onChoose={setPredecessor} />
      <Select<Kind>
        aria-label={t('沿革方式')}
        value={kind}
        options={Object.entries(KINDS).map(([value, label]) => ({ value: value as Kind, label }))}
        onChange={setKind}
      />
      <UnitOf label={t('承接单位')} value={heir} onChoose={setHeir} />
      <label>
        {t('自')}
        <Input type="date" className="day" value={day} onChange={(event) => setDay(event.target.value)} />
      </label>
      <Button loading={isPending} disabled={predecessor === '' || heir === '' || day === ''} onClick={() => mutate()}>
        {t('登记')}
      </Button>
      {error !== null && <span role="alert">{sentenceOf(error)}</span>}
    </div>
  );
}

interface UnitProps {
  label: string;
  value: string;
  onChoose: (code: string) => void;
}

/** Any unit, those without a team too: a unit that has gone has none left. */
function UnitOf({ label, value, onChoose }: UnitProps): ReactElement {
  const [text, setText] = useState('');
  const { items, busy } = useFoundUnits(text);
  return (
    <Select
      aria-label={label}
      className="unit-choice"
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value === '' ? undefined : value}
      options={items.map(({ code, name }) => ({ value: code, label: `${name}（${code}）` }))}
      loading={busy}
      placeholder={label}
      notFoundContent={t('没有找到单位')}
      onChange={onChoose}
    />
  );
}
