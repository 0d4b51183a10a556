import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { type ReactElement, useRef, useState } from 'react';
import { actionsQuery } from '../../api/queries.js';
import { serverNow } from '../../api/server-time.js';
import type { ActionView, CaseView, Plural } from '../../api/types.js';
import { useSession } from '../../app/current-session.js';
import { navigate } from '../../app/router.js';
import { dayInChina } from '../../ui/time.js';
import { t } from '../../ui/t.js';
import { ActionForm } from './forms/action-form.js';
import { type Payload, writtenIn } from './forms/payload.js';
import { currentOf } from './send-event.js';
import { MovedMeanwhile, Overtaken } from './overtaken.js';
import { isAside, isOffered, isWayBack, stepsFor } from './waits-for-me.js';

interface Props {
  view: CaseView;
  plural: Plural;
  onStale: (error: unknown, kept: string[]) => void;
}

/** The step somebody is filling in. */
interface Opened {
  event: string;
  label: string;
  /** Version of the case on which the form was opened. */
  version: number;
}

/** What the server lets this person do now: steps forward as buttons, steps aside in a menu, and why not the others. */
export function ActionPanel({ view, plural, onStale }: Props): ReactElement | null {
  const { user } = useSession();
  const { data: schemas } = useQuery(actionsQuery(plural, view.id));
  const [opened, setOpened] = useState<Opened | null>(null);
  const [sending, setSending] = useState(false);
  const written = useRef<Payload>({});
  const chosen = opened?.event ?? null;
  const today = dayInChina(serverNow());
  const offered = view.actions.filter((action) => isOffered(action, view, user.id, today));
  const forward = stepsFor(view, user.id, today);
  const back = offered.find((action) => isWayBack(action) && isAside(action));
  const aside = offered.filter((action) => isAside(action) && action !== back);
  const barred = view.actions.filter(
    ({ possible, refusal }) => !possible && refusal && refusal.code !== 'ROLE_NOT_ALLOWED',
  );
  const action = schemas?.find(({ event }) => event === chosen);
  const stillThere = offered.some(({ event }) => event === chosen);

  const choose = ({ event, label }: ActionView): void => {
    if (event === 'EDIT') return navigate(`/${plural}/${view.id}/edit`);
    written.current = {};
    setOpened(event === chosen ? null : { event, label, version: view.version });
  };
  // A step may be done after the next one has been opened: that one stays.
  const close = (event: string): void => setOpened((now) => (now?.event === event ? null : now));
  if (offered.length === 0 && barred.length === 0 && opened === null) return null;
  return (
    <section className="actions" aria-label={t('可办操作')}>
      <div className="buttons">
        {forward.map((step, at) => (
          <Button
            key={step.event}
            type={at === 0 ? 'primary' : 'default'}
            aria-expanded={step.event === chosen}
            aria-keyshortcuts={at === 0 ? 'A' : isWayBack(step) ? 'R' : undefined}
            disabled={sending}
            onClick={() => choose(step)}
          >
            {step.label}
          </Button>
        ))}
        {back && (
          <Button
            aria-expanded={back.event === chosen}
            aria-keyshortcuts="R"
            disabled={sending}
            onClick={() => choose(back)}
          >
            {back.label}
          </Button>
        )}
        {aside.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{ items: aside.map((step) => ({ key: step.event, label: step.label, onClick: () => choose(step) })) }}
          >
            <Button disabled={sending}>{t('其他操作')}</Button>
          </Dropdown>
        )}
      </div>
      {opened && stillThere && opened.version < view.version && !sending && (
        <MovedMeanwhile view={view} plural={plural} since={opened.version} />
      )}
      {opened && !stillThere && !sending && (
        <Overtaken
          view={view}
          plural={plural}
          since={opened.version}
          label={opened.label}
          kept={writtenIn(written.current)}
          onClose={() => close(opened.event)}
        />
      )}
      {action && stillThere && (
        <ActionForm
          key={action.event}
          action={action}
          view={view}
          plural={plural}
          onSending={setSending}
          onDone={() => close(action.event)}
          onCancel={() => close(action.event)}
          written={written}
          onStale={(error, kept) => {
            // Told at the head of the page, and not once more here.
            const current = currentOf(error);
            setOpened((now) => now && current && stepIn(current, now));
            onStale(error, kept);
          }}
        />
      )}
      <Barred actions={barred} />
    </section>
  );
}

/** A form stays open, on the version of now, while its step can be taken. */
function stepIn({ actions, version }: CaseView, opened: Opened): Opened | null {
  const isThere = actions.some(({ event, possible }) => event === opened.event && possible);
  return isThere ? { ...opened, version } : null;
}

function Barred({ actions }: { actions: readonly ActionView[] }): ReactElement | null {
  if (actions.length === 0) return null;
  return (
    <details className="barred">
      <summary>{t('不能由您办理的操作（{n}）', { n: actions.length })}</summary>
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
