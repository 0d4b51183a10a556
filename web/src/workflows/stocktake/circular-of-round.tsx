import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useRef, useState } from 'react';
import { post } from '../../api/client.js';
import { newCommandId } from '../../api/command-id.js';
import { circularsQuery } from '../../api/queries.js';
import type { CaseView, CommandResult } from '../../api/types.js';
import { belongsTo, DEPARTMENT, rolesOf, SECTION, useSession } from '../../app/current-session.js';
import { Link, navigate } from '../../app/router.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';

/** The circular that rests on this round; the section draws it up once the heads have read the ledger. */
export function CircularOfRound({ view }: { view: CaseView }): ReactElement | null {
  const roles = rolesOf(useSession());
  const client = useQueryClient();
  const { data } = useQuery({ ...circularsQuery, enabled: belongsTo(DEPARTMENT, roles) });
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const commandId = useRef(newCommandId());
  const existing = data?.items.find(
    ({ fields, statePath }) => fields['stocktake_id'] === view.id && statePath !== 'withdrawn',
  );
  const drawUp = async (): Promise<void> => {
    setBusy(true);
    setFault(null);
    try {
      const body = { unit: view.unit.code, round: view.id, commandId: commandId.current };
      const { id } = await post<CommandResult>('circulars', body);
      void client.invalidateQueries({ queryKey: ['cases', 'circulars'] });
      navigate(`/circulars/${id}`);
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  if (existing) {
    return (
      <p>
        <Link href={`/circulars/${existing.id}`}>{existing.title}</Link> <span className="state">{existing.label}</span>
      </p>
    );
  }
  if (!data || !belongsTo(SECTION, roles)) return null;
  return (
    <div className="stack-small">
      {fault !== null && <ErrorNote error={fault} />}
      <p>
        <Button loading={busy} onClick={() => void drawUp()}>
          {t('起草通报')}
        </Button>{' '}
        <span className="muted">{t('按固化的台账和提醒签收情况自动列出名单，报分管部长和部长签发。')}</span>
      </p>
    </div>
  );
}
