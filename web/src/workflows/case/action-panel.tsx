import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { type ReactElement, useState } from 'react';
import { actionsQuery } from '../../api/queries.js';
import { serverNow } from '../../api/server-time.js';
import type { ActionView, CaseView, Plural } from '../../api/types.js';
import { useSession } from '../../app/current-session.js';
import { navigate } from '../../app/router.js';
import { dayInChina } from '../../ui/time.js';
import { ActionForm } from './forms/action-form.js';
import { isAside, isOffered, isWayBack, stepsFor } from './waits-for-me.js';

interface Props {
  view: CaseView;
  plural: Plural;
  onStale: (error: unknown, kept: string[]) => void;
}

/** What the server lets this person do now: steps forward as buttons, steps aside in a menu, and why not the others. */
export function ActionPanel({ view, plural, onStale }: Props): ReactElement | null {
  const { user } = useSession();
  const { data: schemas } = useQuery(actionsQuery(plural, view.id));
  const [chosen, setChosen] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const today = dayInChina(serverNow());
  const offered = view.actions.filter((action) => isOffered(action, view, user.id, today));
  const forward = stepsFor(view, user.id, today);
  const back = offered.find(({ event }) => isWayBack(event) && isAside(event));
  const aside = offered.filter((action) => isAside(action.event) && action !== back);
  const barred = view.actions.filter(
    ({ possible, refusal }) => !possible && refusal && refusal.code !== 'ROLE_NOT_ALLOWED',
  );
  const action = schemas?.find(({ event }) => event === chosen);
  const stillThere = offered.some(({ event }) => event === chosen);

  const choose = (event: string): void => {
    if (event === 'EDIT') navigate(`/proposals/${view.id}/edit`);
    else setChosen(event === chosen ? null : event);
  };
  // A step may be done after the next one has been opened: that one stays.
  const close = (event: string): void => setChosen((now) => (now === event ? null : now));
  if (offered.length === 0 && barred.length === 0) return null;
  return (
    <section className="actions" aria-label="可办操作">
      <div className="buttons">
        {forward.map(({ event, label }, at) => (
          <Button
            key={event}
            type={at === 0 ? 'primary' : 'default'}
            aria-expanded={event === chosen}
            aria-keyshortcuts={at === 0 ? 'A' : isWayBack(event) ? 'R' : undefined}
            disabled={sending}
            onClick={() => choose(event)}
          >
            {label}
          </Button>
        ))}
        {back && (
          <Button
            aria-expanded={back.event === chosen}
            aria-keyshortcuts="R"
            disabled={sending}
            onClick={() => choose(back.event)}
          >
            {back.label}
          </Button>
        )}
        {aside.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{ items: aside.map(({ event, label }) => ({ key: event, label, onClick: () => choose(event) })) }}
          >
            <Button disabled={sending}>其他操作</Button>
          </Dropdown>
        )}
      </div>
      {action && stillThere && (
        <ActionForm
          key={action.event}
          action={action}
          view={view}
          plural={plural}
          onSending={setSending}
          onDone={() => close(action.event)}
          onCancel={() => close(action.event)}
          onStale={onStale}
        />
      )}
      <Barred actions={barred} />
    </section>
  );
}

function Barred({ actions }: { actions: readonly ActionView[] }): ReactElement | null {
  if (actions.length === 0) return null;
  return (
    <details className="barred">
      <summary>不能由您办理的操作（{actions.length}）</summary>
      <ul>
        {actions.map(({ event, label, refusal }) => (
          <li key={event}>
            <b>{label}</b>：{refusal?.sentence}
          </li>
        ))}
      </ul>
    </details>
  );
}
