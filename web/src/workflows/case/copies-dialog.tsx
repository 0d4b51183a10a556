import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { post } from '../../api/client.js';
import { copiesQuery } from '../../api/queries.js';
import type { CaseView, Plural } from '../../api/types.js';
import { belongsTo, PARTIES, rolesOf, useSession } from '../../app/current-session.js';
import { ErrorNote } from '../../ui/error-note.js';
import { Field } from '../../ui/field.js';
import { t } from '../../ui/t.js';
import { momentText } from '../../ui/time.js';
import { ColleagueChoice } from './forms/people-choice.js';

interface Props {
  view: CaseView;
  plural: Plural;
}

/** 抄送: sends a case to colleagues for their knowledge; it gives nobody a right that they do not have. */
export function CopiesButton(props: Props): ReactElement | null {
  const roles = rolesOf(useSession());
  const [open, setOpen] = useState(false);
  if (!belongsTo(PARTIES, roles)) return null;
  return (
    <>
      <Button type="link" size="small" className="head-link" onClick={() => setOpen(true)}>
        {t('抄送')}
      </Button>
      {open && <CopiesDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function CopiesDialog({ view, plural, onClose }: Props & { onClose: () => void }): ReactElement {
  const client = useQueryClient();
  const { message } = App.useApp();
  const copies = useQuery(copiesQuery(plural, view.id));
  const [users, setUsers] = useState<number[]>([]);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    setFault(null);
    try {
      await post(`${plural}/${view.id}/copies`, { users });
      await client.invalidateQueries({ queryKey: copiesQuery(plural, view.id).queryKey });
      void message.success(t('已抄送。'));
      setUsers([]);
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  const sent = copies.data?.items ?? [];
  return (
    <Modal
      open
      title={t('抄送')}
      okText={t('抄送')}
      okButtonProps={{ disabled: users.length === 0, loading: busy }}
      onOk={() => void send()}
      cancelText={t('关闭')}
      onCancel={onClose}
      width={520}
    >
      <div className="stack">
        <Field label={t('抄送给谁')} group hint={t('只能抄送给本来就能看到此事项的人；已抄送过的不再通知。')}>
          <ColleagueChoice label={t('抄送给谁')} view={view} value={users} set={(next) => setUsers(next as number[])} />
        </Field>
        {fault !== null && <ErrorNote error={fault} />}
        {copies.error !== null && <ErrorNote error={copies.error} retry={() => void copies.refetch()} />}
        {copies.data && sent.length === 0 && <p className="muted">{t('还没有抄送给任何人。')}</p>}
        {sent.length > 0 && (
          <ul className="comments" aria-label={t('已抄送')}>
            {sent.map(({ user, sentBy, sentAt }) => (
              <li key={user.id}>
                <b>{user.name}</b>{' '}
                <span className="muted">
                  {t('{name}抄送于{moment}', { name: sentBy.name, moment: momentText(sentAt) })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Modal>
  );
}
