import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { MEETING_BODIES, type MeetingBody } from '../../../../machines/rules/index.js';
import { post } from '../../api/client.js';
import { newCommandId } from '../../api/command-id.js';
import type { Arrangeable } from '../../api/meeting-types.js';
import type { CaseView, CommandResult } from '../../api/types.js';
import { navigate, useLeaveGuard } from '../../app/router.js';
import { ErrorNote } from '../../ui/error-note.js';
import { Field } from '../../ui/field.js';
import { t } from '../../ui/t.js';
import { UnitPicker } from '../proposal/editor/unit-picker.js';
import { useSendEvent } from '../case/send-event.js';
import { type Arrangement, emptyMember, isComplete } from './arrangement.js';
import { MemberList } from './member-list.js';
import { arrangeableQuery } from './reading.js';

interface Props {
  /** Null for a meeting that does not exist yet. */
  stored: CaseView | null;
  unit: string;
  start: Arrangement;
}

/** 会议安排: what is to be decided, by whom, when and where. */
export function MeetingEditor({ stored, unit: given, start }: Props): ReactElement {
  const [unit, setUnit] = useState(given);
  const [plan, setPlan] = useState(start);
  const [kept, setKept] = useState(start);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const { data } = useQuery({ ...arrangeableQuery(unit), enabled: unit !== '' });
  const save = useSaveMeeting(stored);
  const dirty = JSON.stringify(plan) !== JSON.stringify(kept);
  useLeaveGuard(dirty ? t('会议安排尚未保存，确定离开吗？') : null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    setFault(null);
    try {
      const id = await save(unit, plan);
      setKept(plan);
      // The guard lets go once the arrangement counts as kept, which React has to draw first.
      setTimeout(() => navigate(`/meetings/${id}`));
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  const change = (part: Partial<Arrangement>): void => setPlan((now) => ({ ...now, ...part }));
  return (
    <form
      className="page page-narrow stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <header className="page-head">
        <h1>{stored ? t('修改会议安排') : t('安排会议')}</h1>
      </header>
      {!stored && (
        <Field label={t('单位')} required>
          <UnitPicker value={unit} onChoose={(code) => setUnit(code)} />
        </Field>
      )}
      <div className="columns">
        <Field label={t('会议')} required>
          <Select
            value={plan.body}
            options={Object.entries(MEETING_BODIES).map(([value, label]) => ({ value: value as MeetingBody, label }))}
            onChange={(body) => change({ body })}
          />
        </Field>
        <Field label={t('会议日期')} required>
          <Input type="date" value={plan.day} onChange={(event) => change({ day: event.target.value })} />
        </Field>
        <Field label={t('地点')} required>
          <Input maxLength={100} value={plan.place} onChange={(event) => change({ place: event.target.value })} />
        </Field>
      </div>
      <AgendaChoice stored={stored} data={data} chosen={plan.agenda} choose={(agenda) => change({ agenda })} />
      <MemberList plan={plan} change={change} seated={data?.members ?? []} />
      {fault !== null && <ErrorNote error={fault} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={busy} disabled={unit === '' || !isComplete(plan)}>
          {t('保存会议安排')}
        </Button>
        <Button onClick={() => navigate(stored ? `/meetings/${stored.id}` : '/desk?tab=all&kind=meetings')}>
          {t('取消')}
        </Button>
      </div>
    </form>
  );
}

interface AgendaProps {
  stored: CaseView | null;
  data: Arrangeable | undefined;
  chosen: readonly number[];
  choose: (agenda: number[]) => void;
}

/** Proposals that await the party group, and those already on this agenda. */
function AgendaChoice({ stored, data, chosen, choose }: AgendaProps): ReactElement {
  const own = (stored?.context as { agenda?: { proposal: number; title: string }[] } | undefined)?.agenda ?? [];
  const free = data?.proposals ?? [];
  const offered = [...own.filter(({ proposal }) => !free.some((one) => one.proposal === proposal)), ...free];
  return (
    <Field label={t('议题')} required group hint={t('列出处于讨论决定环节、未列入其他会议的动议。')}>
      {offered.length === 0 && <p className="muted">{t('没有待讨论决定的动议。')}</p>}
      <Checkbox.Group
        className="stack-small"
        value={[...chosen]}
        options={offered.map(({ proposal, title }) => ({
          value: proposal,
          label: t('第{proposal}号 {title}', { proposal, title }),
        }))}
        onChange={(values) => choose(values)}
      />
    </Field>
  );
}

/** Saves the meeting; the same arrangement sent again makes no second one. @returns what gives its number */
function useSaveMeeting(stored: CaseView | null): (unit: string, plan: Arrangement) => Promise<number> {
  const { message } = App.useApp();
  const client = useQueryClient();
  const send = useSendEvent('meetings', stored?.id ?? 0);
  const [commandId] = useState(newCommandId);
  return async (unit, plan) => {
    const members = plan.members
      .filter((member) => member.name.trim() !== '')
      .map((member) => ({ ...emptyMember, ...member }));
    const payload = { ...plan, members };
    const id = stored
      ? (await send('EDIT', payload, stored.version)).id
      : (await post<CommandResult>('meetings', { unit, ...payload, commandId })).id;
    await client.invalidateQueries({ queryKey: ['cases'] });
    void message.success(t('会议安排已保存。'));
    return id;
  };
}
