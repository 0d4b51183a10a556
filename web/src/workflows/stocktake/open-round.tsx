import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Select } from 'antd';
import { type ReactElement, useRef, useState } from 'react';
import { previousQuarterEnds } from '../../../../machines/rules/index.js';
import { post } from '../../api/client.js';
import { newCommandId } from '../../api/command-id.js';
import { unitsQuery } from '../../api/queries.js';
import { serverNow } from '../../api/server-time.js';
import type { CommandResult } from '../../api/types.js';
import { belongsTo, rolesOf, SECTION, useSession } from '../../app/current-session.js';
import { navigate } from '../../app/router.js';
import { ErrorNote } from '../../ui/error-note.js';
import { Field } from '../../ui/field.js';
import { t } from '../../ui/t.js';
import { dayInChina } from '../../ui/time.js';
import { quarterText } from '../case/case-title.js';

/** As far back as anybody would still take stock. */
const QUARTERS = 4;

/** A round opens by itself when a quarter ends; one that was not opened then is opened here, by the section. */
export default function OpenRound(): ReactElement | null {
  const roles = rolesOf(useSession());
  const [open, setOpen] = useState(false);
  if (!belongsTo(SECTION, roles)) return null;
  return (
    <div className="desk-filters">
      <Button size="small" onClick={() => setOpen(true)}>
        {t('开展摸底调度')}
      </Button>
      {open && <OpenDialog onClose={() => setOpen(false)} />}
    </div>
  );
}

function OpenDialog({ onClose }: { onClose: () => void }): ReactElement {
  const client = useQueryClient();
  const { data } = useQuery(unitsQuery({ kind: 'organization-department', limit: 1 }));
  const department = data?.items[0];
  const quarters = previousQuarterEnds(dayInChina(serverNow()), QUARTERS).map(quarterOf);
  const [quarter, setQuarter] = useState(quarters[0] ?? '');
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const commandId = useRef(newCommandId());
  const begin = async (): Promise<void> => {
    setBusy(true);
    setFault(null);
    try {
      const body = { unit: department?.code, quarter, commandId: commandId.current };
      const { id } = await post<CommandResult>('stocktakes', body);
      void client.invalidateQueries({ queryKey: ['cases', 'stocktakes'] });
      navigate(`/stocktakes/${id}`);
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      width={480}
      title={t('开展摸底调度')}
      okText={t('开展')}
      okButtonProps={{ loading: busy, disabled: department === undefined }}
      onOk={() => void begin()}
      cancelText={t('取消')}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="muted">{t('季度结束后会自动开展；系统中途启用、没有自动开展的季度在这里补开。')}</p>
        <Field label={t('季度')} required group>
          <Select
            aria-label={t('季度')}
            value={quarter}
            options={quarters.map((value) => ({ value, label: quarterText(value) }))}
            onChange={(next) => {
              // Another quarter is another command.
              commandId.current = newCommandId();
              setQuarter(next);
            }}
          />
        </Field>
        <p className="muted">{t('开展后由各单位核对名册，逾期的催报，核对完再固化台账。')}</p>
        {fault !== null && <ErrorNote error={fault} />}
      </div>
    </Modal>
  );
}

/** '2026-09-30' → '2026Q3'. */
const quarterOf = (lastDay: string): string => `${lastDay.slice(0, 4)}Q${Number(lastDay.slice(5, 7)) / 3}`;
