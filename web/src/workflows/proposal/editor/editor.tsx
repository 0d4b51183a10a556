import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { unitQuery } from '../../../api/queries.js';
import type { CaseView } from '../../../api/types.js';
import { ErrorNote } from '../../../ui/error-note.js';
import { Field } from '../../../ui/field.js';
import { momentText } from '../../../ui/time.js';
import type { Draft } from './draft.js';
import { ItemEditor } from './item-editor.js';
import { Roster } from './roster.js';
import { UnitPicker } from './unit-picker.js';
import { type DraftInHand, useDraft } from './use-draft.js';
import { useSaveDraft } from './use-save-draft.js';
import { VerdictAside } from './verdict-aside.js';
import { t } from '../../../ui/t.js';

interface Props {
  stored: CaseView | null;
  start: Draft;
}

/** The roster and the items on the left, the gate's verdict beside them while one writes. */
export function Editor({ stored, start }: Props): ReactElement {
  const hand = useDraft(stored?.id ?? null, start);
  const { draft, change, dirty } = hand;
  const save = useSaveDraft(stored, hand);
  const { data: unit } = useQuery({ ...unitQuery(draft.unit), enabled: draft.unit !== '' });
  const set = (part: Partial<Draft>): void => change((now) => ({ ...now, ...part }));
  const chooseUnit = (code: string, name: string): void =>
    set({
      unit: code,
      items: [],
      title: draft.title === '' ? `关于调整${name}领导班子成员的动议` : draft.title,
    });
  return (
    <div className="editor">
      <div className="editor-main">
        <header className="page-head">
          <h1>{stored ? t('修改第{n}号动议', { n: stored.id }) : t('起草调整动议')}</h1>
          <div className="buttons">
            <span className="muted" aria-live="polite">
              {dirty ? t('有未保存的修改（本机已留底）') : ''}
            </span>
            <Button loading={save.busy === 'save'} disabled={save.busy !== null} onClick={() => save.save()}>
              {t('保存草稿')}
            </Button>
            <Button
              type="primary"
              loading={save.busy === 'submit'}
              disabled={save.busy !== null || draft.items.length === 0}
              onClick={() => save.submit()}
            >
              {t('保存并呈报')}
            </Button>
          </div>
        </header>
        <Restorable hand={hand} />
        {save.faults.length > 0 && (
          <Alert type="warning" showIcon role="alert" title={t('还不能保存')} description={save.faults.join(' ')} />
        )}
        {save.error !== null && <ErrorNote error={save.error} />}
        <section className="card columns-2">
          <Field label={t('单位')} required group>
            {stored ? <span>{stored.unit.name}</span> : <UnitPicker value={draft.unit} onChoose={chooseUnit} />}
          </Field>
          <Field label={t('动议名称')} required>
            <Input maxLength={200} value={draft.title} onChange={(event) => set({ title: event.target.value })} />
          </Field>
          <Field label={t('动议理由')} required>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 6 }}
              maxLength={4000}
              placeholder={t('如：职位空缺，工作需要。')}
              value={draft.reason}
              onChange={(event) => set({ reason: event.target.value })}
            />
          </Field>
        </section>
        <ItemEditor draft={draft} change={change} unit={unit} teams={unit?.teams.map(({ code }) => code) ?? []} />
        <Roster unit={unit} draft={draft} change={change} />
      </div>
      <VerdictAside draft={draft} apply={(items) => set({ items })} />
    </div>
  );
}

function Restorable({ hand: { found, restore, discard } }: { hand: DraftInHand }): ReactElement | null {
  if (found === null) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={t('本机留有 {moment} 未保存的内容（{n}项）', {
        moment: momentText(found.savedAt),
        n: found.draft.items.length,
      })}
      action={
        <span className="buttons">
          <Button size="small" type="primary" onClick={restore}>
            {t('恢复')}
          </Button>
          <Button size="small" onClick={discard}>
            {t('丢弃')}
          </Button>
        </span>
      }
    />
  );
}
