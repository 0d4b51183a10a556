import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactElement, useRef, useState } from 'react';
import { post } from '../../api/client.js';
import { newCommandId } from '../../api/command-id.js';
import { commentsQuery } from '../../api/queries.js';
import type { Plural } from '../../api/types.js';
import { ErrorNote } from '../../ui/error-note.js';
import { momentText } from '../../ui/time.js';
import { t } from '../../ui/t.js';

export function Comments({ plural, id }: { plural: Plural; id: number }): ReactElement {
  const { data = [], error, refetch } = useQuery(commentsQuery(plural, id));
  return (
    <div className="stack">
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {data.length === 0 && <p className="muted">{t('还没有留言。留言不影响办理，能看到本事项的人都能看到。')}</p>}
      <ul className="comments">
        {data.map((comment) => (
          <li key={comment.id}>
            <b>{comment.author}</b> <span className="muted">{momentText(comment.createdAt)}</span>
            <p className="opinion">{comment.body}</p>
          </li>
        ))}
      </ul>
      <NewComment plural={plural} id={id} />
    </div>
  );
}

function NewComment({ plural, id }: { plural: Plural; id: number }): ReactElement {
  const client = useQueryClient();
  const [body, setBody] = useState('');
  const [fault, setFault] = useState<unknown>(null);
  const commandId = useRef(newCommandId());
  const send = async (): Promise<void> => {
    try {
      await post(`${plural}/${id}/comments`, { body, commandId: commandId.current });
      commandId.current = newCommandId();
      setBody('');
      setFault(null);
      await client.invalidateQueries({ queryKey: commentsQuery(plural, id).queryKey });
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <div className="stack-small">
      <Input.TextArea
        aria-label={t('留言')}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={4000}
        value={body}
        placeholder={t('写给一起办理的人')}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && body.trim() !== '') void send();
        }}
      />
      {fault !== null && <ErrorNote error={fault} />}
      <div>
        <Button disabled={body.trim() === ''} onClick={() => void send()}>
          {t('留言')}
        </Button>
      </div>
    </div>
  );
}
