import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { type ReactElement, useState } from 'react';
import { SessionTable } from '../account/session-table.js';
import { remove } from '../api/client.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import { sessionsOfQuery, type User } from './admin-api.js';

/** Where somebody is signed in, and ending it. */
export function SessionsDrawer({ user }: { user: User }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('会话')}
      </Button>
      <Drawer
        open={isOpen}
        size={720}
        destroyOnHidden
        title={t('{name} 的会话', { name: user.displayName })}
        onClose={() => setOpen(false)}
      >
        <Sessions user={user} />
      </Drawer>
    </>
  );
}

function Sessions({ user }: { user: User }): ReactElement {
  const client = useQueryClient();
  const query = sessionsOfQuery(user.id);
  const { data, error } = useQuery(query);
  const end = useMutation({
    mutationFn: (id: number) => remove(`users/${user.id}/sessions/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: query.queryKey }),
  });
  const fault = error ?? end.error;
  if (fault !== null) return <ErrorNote error={fault} />;
  if (data?.sessions.length === 0) return <EmptyState title={t('当前没有登录')} />;
  return <SessionTable sessions={data?.sessions ?? []} busy={end.isPending} end={end.mutate} />;
}
