import { Input, InputNumber, Radio } from 'antd';
import type { ReactElement } from 'react';
import type { ActionWithSchema, CaseView, JsonSchema, Plural } from '../../../api/types.js';
import { Field } from '../../../ui/field.js';
import { AttachmentChoice } from './attachment-choice.js';
import { AppointeeChoice, ColleagueChoice, SignerChoice } from './people-choice.js';
import { CommitmentField } from './commitment-field.js';
import { choicesFor, FIELD_LABELS } from './field-words.js';
import { ManyChoices } from './many-choices.js';
import type { Payload } from './payload.js';
import { t } from '../../../ui/t.js';

export interface StepFormProps {
  action: ActionWithSchema;
  view: CaseView;
  plural: Plural;
  payload: Payload;
  set: (name: string, value: unknown) => void;
  missing: readonly string[];
}

/** The fields of any step, drawn from what the server says it asks for. */
export function SchemaFields(props: StepFormProps & { leaveOut?: readonly string[] }): ReactElement {
  const { action, leaveOut = [] } = props;
  const names = Object.keys(action.payload.properties ?? {}).filter((name) => !leaveOut.includes(name));
  return (
    <>
      {names.map((name) => (
        <SchemaField key={name} {...props} name={name} />
      ))}
    </>
  );
}

export function SchemaField(props: StepFormProps & { name: string }): ReactElement {
  const { action, missing, name } = props;
  const schema = action.payload.properties?.[name] ?? {};
  const required = (action.payload.required ?? []).includes(name) || (name === 'opinion' && action.needsOpinion);
  const group = ['array', 'boolean'].includes(schema.type ?? '') || schema.enum !== undefined || name === 'commitment';
  return (
    <Field
      label={FIELD_LABELS[name] ?? schema.description ?? name}
      required={required}
      group={group && name !== 'inspectors' && name !== 'missing'}
      fault={missing.includes(name) ? t('请填写此项。') : undefined}
    >
      <Control {...props} schema={schema} />
    </Field>
  );
}

function Control(props: StepFormProps & { name: string; schema: JsonSchema }): ReactElement {
  const { action, view, plural, name, schema, payload, set } = props;
  const several = schema.items?.enum;
  const value = payload[name];
  if (name === 'commitment') return <CommitmentField value={value} set={(next) => set(name, next)} />;
  if (name === 'attachments') {
    return <AttachmentChoice plural={plural} id={view.id} value={value as number[]} set={(next) => set(name, next)} />;
  }
  if (name === 'cadre' && view.context.items) {
    return <AppointeeChoice view={view} value={value} set={(next) => set(name, next)} />;
  }
  if (name === 'userIds') return <ColleagueChoice view={view} value={value} set={(next) => set(name, next)} />;
  if (name === 'userId') return <SignerChoice view={view} value={value} set={(next) => set(name, next)} />;
  if (several) return <ManyChoices values={several} value={value} set={(next) => set(name, next)} />;
  const one = schema.enum ?? schema.anyOf?.find((option) => option.enum)?.enum;
  if (one) {
    return <Radio.Group value={value} options={choicesFor(one)} onChange={(event) => set(name, event.target.value)} />;
  }
  return <PlainControl name={name} schema={schema} value={value} set={set} mandatory={action.needsOpinion} />;
}

interface PlainProps {
  name: string;
  schema: JsonSchema;
  value: unknown;
  set: (name: string, value: unknown) => void;
  /** An opinion that must be given speaks against the case: no sample of consent beside it. */
  mandatory: boolean;
}

function PlainControl({ name, schema, value, set, mandatory }: PlainProps): ReactElement {
  if (schema.type === 'boolean') {
    const options = name === 'agree' ? [t('同意'), t('不同意')] : [t('是'), t('否')];
    return (
      <Radio.Group
        value={value}
        options={options.map((label, at) => ({ label, value: at === 0 }))}
        onChange={(event) => set(name, event.target.value)}
      />
    );
  }
  if (schema.type === 'integer') {
    return (
      <InputNumber min={0} precision={0} value={value as number} onChange={(next) => set(name, next ?? undefined)} />
    );
  }
  if (schema.type === 'array') {
    return (
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 6 }}
        placeholder={t('每行一个')}
        value={(value as string[]).join('\n')}
        onChange={(event) => set(name, event.target.value.split('\n'))}
      />
    );
  }
  const text = (value as string | undefined) ?? '';
  const change = (event: { target: { value: string } }): void => set(name, event.target.value);
  if (schema.format === 'date') return <Input type="date" className="day" value={text} onChange={change} />;
  if ((schema.maxLength ?? 0) > 200) {
    return (
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={schema.maxLength}
        placeholder={
          !mandatory && name === 'opinion' && typeof schema.example === 'string'
            ? t('如：{example}', { example: schema.example })
            : undefined
        }
        value={text}
        onChange={change}
      />
    );
  }
  return <Input maxLength={schema.maxLength} value={text} onChange={change} />;
}
