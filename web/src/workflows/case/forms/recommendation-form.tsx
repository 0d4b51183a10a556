import { InputNumber } from 'antd';
import type { ReactElement } from 'react';
import { Field } from '../../../ui/field.js';
import { SumCheck } from './sum-check.js';
import { SchemaField, type StepFormProps } from './schema-fields.js';

const PARTS = ['recommended', 'notRecommended', 'other', 'abstained'] as const;
const WORDS = { recommended: '推荐', notRecommended: '不推荐', other: '其他', abstained: '弃权' };

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
      <Field label="推荐票" group required>
        <div className="columns">
          {PARTS.map((name) => (
            <label key={name} className="vote">
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
          { fits: present <= entitled, text: `实到${present}人，应到${entitled}人` },
          { fits: counted === present, text: `四项合计${counted}张，实到${present}人` },
        ]}
        note={
          present > 0
            ? `推荐得票率 ${recommended}/${present}（${Math.round((recommended / present) * 1000) / 10}%），仅作参考。`
            : ''
        }
      />
    </>
  );
}
