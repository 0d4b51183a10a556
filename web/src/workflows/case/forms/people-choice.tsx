import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { colleaguesQuery } from '../../../api/queries.js';
import type { CaseView } from '../../../api/types.js';
import { ROLE_LABELS } from '../../../app/role-labels.js';
import { t } from '../../../ui/t.js';
import { useDebounced } from '../../../ui/use-debounced.js';
import { useItemNames } from '../items/use-item-names.js';

interface Props {
  /** What the choice is for. */
  label?: string;
  view: CaseView;
  value: unknown;
  set: (value: unknown) => void;
}

/** Colleagues who can be asked to sign, found by name. */
export function ColleagueChoice({ label = t('请谁签署'), view, value, set }: Props): ReactElement {
  const [text, setText] = useState('');
  const query = useDebounced(text.trim(), 250);
  const { data, isFetching } = useQuery(colleaguesQuery({ query, unit: view.unit.code, limit: 50 }));
  const options = (data?.colleagues ?? []).map(({ id, displayName, roles }) => ({
    value: id,
    label: `${displayName}（${roles.map(({ role }) => ROLE_LABELS[role] ?? role).join('、')}）`,
  }));
  return (
    <Select
      mode="multiple"
      aria-label={label}
      value={value as number[]}
      options={options}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={t('输入姓名查找')}
      notFoundContent={t('没有找到能看到此事项的同事')}
      onChange={set}
    />
  );
}

/** Those whom the batch appoints, by name. */
export function AppointeeChoice({ view, value, set }: Props): ReactElement {
  const items = (view.context.items ?? []).filter(({ appointTo }) => appointTo !== null);
  const names = useItemNames(items, []);
  const options = [...new Set(items.map(({ cadre }) => cadre))].map((code) => ({
    value: code,
    label: names.cadre(code)?.name ?? code,
  }));
  return (
    <Select
      aria-label={t('人选')}
      allowClear
      value={(value as string | undefined) || null}
      options={options}
      placeholder={t('选择人选')}
      onChange={set}
    />
  );
}

/** Those asked and not yet heard. */
export function SignerChoice({ view, value, set }: Props): ReactElement {
  const { data } = useQuery(colleaguesQuery({ unit: view.unit.code, limit: 100 }));
  const nameOf = (id: number): string =>
    data?.colleagues.find((colleague) => colleague.id === id)?.displayName ?? t('用户 {id}', { id });
  const options = (view.context.signers ?? [])
    .filter(({ agree }) => agree === null)
    .map(({ user }) => ({ value: user, label: nameOf(user) }));
  return <Select aria-label={t('撤销谁的签署')} value={value as number | undefined} options={options} onChange={set} />;
}
