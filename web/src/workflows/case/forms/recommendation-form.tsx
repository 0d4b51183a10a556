import { InputNumber } from 'antd';
import type { ReactElement } from 'react';
import { Field } from '../../../ui/field.js';
import { SumCheck } from './sum-check.js';
import { SchemaField, type StepFormProps } from './schema-fields.js';
import { t } from '../../../ui/t.js';

const PARTS = ['recommended', 'notRecommended', 'other', 'abstained'] as const;
const WORDS = {
  recommended: t('推荐'),
  notRecommended: t('不推荐'),
  other: t('其他'),
  abstained: t('弃权'),
};

/** 民主推荐: the tally as the sheet has it, adding up while one types. */
export function RecommendationForm(props: StepFormProps): ReactElement {
  const { payload, set } = props;
  const numberOf = (name: string): number => (payload[name] as number | undefined) ?? 0;
  const counted = PARTS.reduce((sum, name) => sum + numberOf(name), 0);
  const [entitled, present, recommended] = [numberOf('entitled'), numberOf('present'), numberOf('recommended')];
  return (
    <>
      <div className="columns">
        <SchemaField {...props} name="talkDay" />
        <SchemaField {...props} name="meetingDay" />
        <SchemaField {...props} name="entitled" />
        <SchemaField {...props} name="present" />
      </div>
      <Field label={t('推荐票')} group required>
        <div className="columns">
          {PARTS.map((name) => (
            <label key={name} className="tally">
              {WORDS[name]}
              <InputNumber
                min={0}
                precision={0}
                value={payload[name] as number | undefined}
                status={props.missing.includes(name) ? 'error' : ''}
                onChange={(value) => set(name, value ?? undefined)}
              />
            </label>
          ))}
        </div>
      </Field>
      <SumCheck
        checks={[
          { fits: present <= entitled, text: t('实到{present}人，应到{entitled}人', { present, entitled }) },
          { fits: counted === present, text: t('四项合计{n}张，实到{present}人', { n: counted, present }) },
        ]}
        note={
          present > 0
            ? t('推荐得票率 {recommended}/{present}（{share}%），仅作参考。', {
                recommended,
                present,
                share: Math.round((recommended / present) * 1000) / 10,
              })
            : ''
        }
      />
    </>
  );
}
