import { App, Button, Dropdown, Input, Modal } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { sentenceOf } from '../api/problem.js';
import { navigate } from '../app/router.js';
import { t } from '../ui/t.js';
import { viewOf } from './desk-filters.js';
import { useSavedViews, withView } from './saved-views.js';

/** Filters under a name, to come back to with one click, on any machine. */
export function ViewMenu({ search }: { search: URLSearchParams }): ReactElement {
  const { message } = App.useApp();
  const { views, error, keep } = useSavedViews();
  const [naming, setNaming] = useState(false);
  const now = viewOf(search);
  useEffect(() => {
    if (error !== null) void message.error(t('视图没有保存：{reason}', { reason: sentenceOf(error) }));
  }, [error, message]);
  const current = views.find((view) => view.search === now);
  const items = [
    ...views.map(({ name, search: address }) => ({
      key: `view ${name}`,
      label: name,
      onClick: () => navigate(address === '' ? '/desk' : `/desk?${address}`),
    })),
    ...(views.length > 0 ? [{ type: 'divider' as const, key: 'line' }] : []),
    { key: 'save', label: t('保存当前筛选为视图'), onClick: () => setNaming(true) },
    ...(current
      ? [
          {
            key: 'drop',
            label: t('删除视图“{name}”', { name: current.name }),
            onClick: () => keep(views.filter((view) => view !== current)),
          },
        ]
      : []),
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button size="small">{current?.name ?? t('视图')}</Button>
      </Dropdown>
      {naming && (
        <NameView
          onClose={() => setNaming(false)}
          onName={(name) => {
            keep(withView(views, { name, search: now }));
            setNaming(false);
          }}
        />
      )}
    </>
  );
}

function NameView({ onName, onClose }: { onName: (name: string) => void; onClose: () => void }): ReactElement {
  const [name, setName] = useState('');
  const done = (): void => {
    if (name.trim() !== '') onName(name.trim());
  };
  return (
    <Modal open title={t('保存视图')} okText={t('保存')} onOk={done} onCancel={onClose} width={400}>
      <Input
        autoFocus
        maxLength={20}
        aria-label={t('视图名称')}
        placeholder={t('如：逾期的备案')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={done}
      />
      <p className="muted">{t('视图随账户保存，只有您看得到；换一台电脑也在。')}</p>
    </Modal>
  );
}
