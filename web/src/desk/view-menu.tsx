import { Button, Dropdown, Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { useSession } from '../app/current-session.js';
import { navigate } from '../app/router.js';
import { t } from '../ui/t.js';
import { viewOf } from './desk-filters.js';
import { keepViews, readViews, type SavedView, withView } from './saved-views.js';

/** Filters under a name, to come back to with one click; kept in this browser. */
export function ViewMenu({ search }: { search: URLSearchParams }): ReactElement {
  const { user } = useSession();
  const [views, setViews] = useState(() => readViews(user.id));
  const [naming, setNaming] = useState(false);
  const now = viewOf(search);
  const keep = (next: SavedView[]): void => {
    keepViews(user.id, next);
    setViews(next);
  };
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
      <p className="muted">{t('视图保存在本机浏览器，只有您看得到；换一台电脑须重新保存。')}</p>
    </Modal>
  );
}
