import { InputNumber } from 'antd';
import type { ReactElement } from 'react';
import { Field } from '../../../ui/field.js';
import { ItemSentence } from '../items/item-sentence.js';
import { useItemNames } from '../items/use-item-names.js';
import { SumCheck } from './sum-check.js';
import { SchemaField, type StepFormProps } from './schema-fields.js';
import { t } from '../../../ui/t.js';

interface Votes {
  for?: number;
  against?: number;
  deferred?: number;
}

const WORDS = { for: t('同意'), against: t('不同意'), deferred: t('缓议') } as const;
const NO_VOTES: Votes = {};

/** 讨论决定: one line per item, three counts each, against those present and those entitled. */
export function DeliberationForm(props: StepFormProps): ReactElement {
  const { payload, set, view } = props;
  const items = view.context.items ?? [];
  const names = useItemNames(items, view.gate?.headcount.map(({ team }) => team) ?? []);
  const given = payload['votes'] as Votes[];
  const votes = items.map((_, at) => given[at] ?? NO_VOTES);
  const [entitled = 0, present = 0] = ['entitled', 'present'].map((name) => (payload[name] as number | undefined) ?? 0);
  const change = (at: number, part: keyof Votes, value: number | null): void =>
    set(
      'votes',
      votes.map((vote, index) => (index === at ? { ...vote, [part]: value ?? undefined } : vote)),
    );
  const sum = (vote: Votes): number => (vote.for ?? 0) + (vote.against ?? 0) + (vote.deferred ?? 0);
  return (
    <>
      <div className="columns">
        <SchemaField {...props} name="meetingDay" />
        <SchemaField {...props} name="entitled" />
        <SchemaField {...props} name="present" />
        <SchemaField {...props} name="chairSpokeLast" />
      </div>
      <Field label={t('逐项表决')} group required>
        <table className="plain votes">
          <thead>
            <tr>
              <th>{t('事项')}</th>
              {Object.values(WORDS).map((word) => (
                <th key={word}>{word}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item, at) => (
              <tr key={`${item.cadre}-${at}`}>
                <td>
                  <ItemSentence item={item} names={names} />
                </td>
                {(Object.keys(WORDS) as (keyof Votes)[]).map((part) => (
                  <td key={part}>
                    <InputNumber
                      aria-label={t('第{n}项{vote}', { n: at + 1, vote: WORDS[part] })}
                      min={0}
                      precision={0}
                      value={votes[at]?.[part]}
                      onChange={(value) => change(at, part, value)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Field>
      <SumCheck
        checks={votes.map((vote, at) => ({
          fits: sum(vote) === present,
          text: t('第{n}项合计{votes}票，实到{present}人', { n: at + 1, votes: sum(vote), present }),
        }))}
        note={t('应到{n}人：到会须达三分之二，同意须超过应到会成员的半数。', { n: entitled })}
      />
    </>
  );
}

/** As the server wants the votes: every count given, an empty one is none. */
export function completeVotes(given: Votes[], items: number): Required<Votes>[] {
  return Array.from({ length: items }, (_, at) => {
    const vote = given[at] ?? NO_VOTES;
    return { for: vote.for ?? 0, against: vote.against ?? 0, deferred: vote.deferred ?? 0 };
  });
}
