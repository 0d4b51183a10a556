import { Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import { DISQUALIFICATIONS } from '../../../../../machines/rules/index.js';
import { Field } from '../../../ui/field.js';
import { choiceLabel } from './field-words.js';
import { SchemaField, SchemaFields, type StepFormProps } from './schema-fields.js';
import { t } from '../../../ui/t.js';

/** One of 凡提四必. Only an opinion of the discipline commission that came on paper has signatures to be named. */
export function CheckForm(props: StepFormProps): ReactElement {
  const signed = props.payload['check'] === 'disciplineOpinion';
  return <SchemaFields {...props} leaveOut={signed ? [] : ['partySecretary', 'disciplineSecretary']} />;
}

interface Answer {
  case: string;
  applies?: boolean;
  evidence?: string;
}

/** The seven cases of 不得列为考察对象: each answered, each with what shows it. */
export function DisqualificationsForm(props: StepFormProps): ReactElement {
  const { payload, set } = props;
  const given = payload['answers'] as Answer[];
  const answers = Object.keys(DISQUALIFICATIONS).map(
    (name) => given.find((one) => one.case === name) ?? { case: name },
  );
  const change = (at: number, part: Partial<Answer>): void =>
    set(
      'answers',
      answers.map((answer, index) => (index === at ? { ...answer, ...part } : answer)),
    );
  return (
    <>
      <SchemaField {...props} name="cadre" />
      <Field label={t('逐项答复')} group required>
        <table className="plain">
          <thead>
            <tr>
              <th>{t('情形')}</th>
              <th>{t('是否属于')}</th>
              <th>{t('依据')}</th>
            </tr>
          </thead>
          <tbody>
            {answers.map((answer, at) => (
              <tr key={answer.case}>
                <td>{choiceLabel(answer.case)}</td>
                <td>
                  <Radio.Group
                    value={answer.applies}
                    options={[
                      { label: t('不属于'), value: false },
                      { label: t('属于'), value: true },
                    ]}
                    onChange={(event) => change(at, { applies: event.target.value as boolean })}
                  />
                </td>
                <td>
                  <Input
                    aria-label={t('第{n}项依据', { n: at + 1 })}
                    maxLength={500}
                    value={answer.evidence ?? ''}
                    onChange={(event) => change(at, { evidence: event.target.value })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Field>
    </>
  );
}
