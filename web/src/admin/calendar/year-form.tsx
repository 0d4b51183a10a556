import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import { type ReactElement, useRef, useState } from 'react';
import { put } from '../../api/client.js';
import { useLeaveGuard } from '../../app/router.js';
import { ErrorNote } from '../../ui/error-note.js';
import { Field } from '../../ui/field.js';
import { t } from '../../ui/t.js';
import type { CalendarDay, CalendarYear, LoadedYear } from '../admin-types.js';
import { draftFromFile, type YearDraft } from './months.js';

const KINDS = [
  { value: 'off', label: t('放假') },
  { value: 'work', label: t('上班') },
];

interface Props {
  year: number;
  known: CalendarYear | undefined;
  onDone: () => void;
}

function draftOf(known: CalendarYear | undefined): YearDraft {
  const [paper] = known?.papers ?? [];
  return {
    source: paper?.source ?? '',
    paperUrl: paper?.paperUrl ?? '',
    note: '',
    days: [...(known?.adjacent ?? []), ...(known?.days ?? [])],
  };
}

/** A year as its paper has it: from a file, or row by row; open deadlines follow at once. */
export function YearForm({ year, known, onDone }: Props): ReactElement {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [start] = useState(() => draftOf(known));
  const [draft, setDraft] = useState(start);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  useLeaveGuard(draft === start ? null : t('日历的修改尚未载入，确定离开吗？'));
  const set = (change: Partial<YearDraft>): void => setDraft((now) => ({ ...now, ...change }));

  const load = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { changed, deadlines } = await put<LoadedYear>(`calendar/${year}`, bodyOf(year, draft));
      void message.success(
        changed ? t('已载入，{n}个在计的期限随之改变', { n: deadlines.moved }) : t('与已载入的相同，没有变化'),
      );
      await client.invalidateQueries({ queryKey: ['admin', 'calendar'] });
      onDone();
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card stack" aria-label={t('载入{year}年的安排', { year })}>
      <header className="card-head">
        <h2>{t('载入{year}年的安排', { year })}</h2>
        <FileButton onDraft={({ days, paperUrl }) => set({ days, ...(paperUrl !== '' && { paperUrl }) })} />
      </header>
      <div className="columns-2">
        <Field label={t('出处')} required hint={t('文件标题与文号')}>
          <Input value={draft.source} maxLength={200} onChange={(event) => set({ source: event.target.value })} />
        </Field>
        <Field label={t('文件网址')} required>
          <Input value={draft.paperUrl} onChange={(event) => set({ paperUrl: event.target.value })} />
        </Field>
      </div>
      <Days days={draft.days} onChange={(days) => set({ days })} year={year} />
      <Field label={t('说明')}>
        <Input value={draft.note} maxLength={1000} onChange={(event) => set({ note: event.target.value })} />
      </Field>
      {error !== null && <ErrorNote error={error} />}
      <div className="buttons">
        <Button type="primary" loading={busy} disabled={draft.days.length === 0} onClick={() => void load()}>
          {t('载入')}
        </Button>
        <Button onClick={onDone}>{t('放弃')}</Button>
      </div>
    </section>
  );
}

/** December days of the year before go apart, as the server wants them. */
function bodyOf(year: number, { source, paperUrl, note, days }: YearDraft): object {
  const first = `${year}-01-01`;
  const adjacent = days.filter(({ day }) => day < first);
  return {
    source,
    paperUrl,
    ...(note !== '' && { note }),
    days: days.filter(({ day }) => day >= first),
    ...(adjacent.length > 0 && { adjacent }),
  };
}

function FileButton({ onDraft }: { onDraft: (draft: YearDraft) => void }): ReactElement {
  const picker = useRef<HTMLInputElement>(null);
  const { message } = App.useApp();
  const read = async (file: File): Promise<void> => {
    const draft = draftFromFile(await file.text());
    if (draft === null) void message.error(t('不是 holiday-cn 格式的文件，请换一个，或者逐日填写。'));
    else onDraft(draft);
  };
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t('holiday-cn 文件')}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen) void read(chosen);
        }}
      />
      <Button size="small" onClick={() => picker.current?.click()}>
        {t('从 holiday-cn 文件填入')}
      </Button>
    </>
  );
}

interface DaysProps {
  days: readonly CalendarDay[];
  year: number;
  onChange: (days: CalendarDay[]) => void;
}

function Days({ days, year, onChange }: DaysProps): ReactElement {
  const change = (at: number, part: Partial<CalendarDay>): void =>
    onChange(days.map((day, place) => (place === at ? { ...day, ...part } : day)));
  return (
    <div className="stack">
      {days.map(({ day, kind, name }, at) => (
        <div key={at} className="filters" role="group" aria-label={t('第{n}天', { n: at + 1 })}>
          <Input
            type="date"
            className="day"
            aria-label={t('日期')}
            value={day}
            onChange={(event) => change(at, { day: event.target.value })}
          />
          <Select
            aria-label={t('放假或上班')}
            value={kind}
            options={KINDS}
            onChange={(next) => change(at, { kind: next })}
          />
          <Input
            className="filter-unit"
            aria-label={t('节日名称')}
            value={name}
            onChange={(event) => change(at, { name: event.target.value })}
          />
          <Button size="small" onClick={() => onChange(days.filter((_, place) => place !== at))}>
            {t('去掉')}
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...days, { day: `${year}-01-01`, kind: 'off', name: '' }])}>
          {t('添加一天')}
        </Button>
      </div>
    </div>
  );
}
