import type { ReactElement } from 'react';
import type { CaseView } from '../../api/types.js';
import { quarterText } from './case-title.js';
import { choiceLabel } from './forms/field-words.js';

/** What is worth showing of a case whose workflow has no page of its own; anything else stays in the record. */
const LABELS: Readonly<Record<string, string>> = {
  quarter: '季度',
  referenceDay: '计算基准日',
  answer: '核对情况',
  chased: '催报次数',
  level: '预警等级',
  shortfall: '差额数',
  due: '应配',
  actual: '现配',
  documentNo: '文号',
  issuedOn: '发出日期',
  receivedOn: '签收日期',
  dueDay: '期限',
  requestedOn: '征求日期',
  repliedOn: '答复日期',
  result: '结论',
  conclusion: '结论',
  reason: '事由',
  matter: '事项',
  cadre: '人员',
  hash: '固化哈希（SM3）',
  revision: '固化次数',
};

export interface Fact {
  name: string;
  value: string;
}

/** Plain values of the context by their names on paper. */
export function factsOf(context: CaseView['context']): Fact[] {
  return Object.entries(LABELS).flatMap(([key, name]) => {
    const value = (context as unknown as Record<string, unknown>)[key];
    const text = key === 'quarter' && typeof value === 'string' ? quarterText(value) : plainText(value);
    return text === '' ? [] : [{ name, value: text }];
  });
}

function plainText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return choiceLabel(value);
  return typeof value === 'boolean' ? (value ? '是' : '否') : '';
}

export function FactList({ facts }: { facts: readonly Fact[] }): ReactElement | null {
  if (facts.length === 0) return null;
  return (
    <dl className="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The body of a case that has no page of its own. */
export function PlainBody({ view }: { view: CaseView }): ReactElement {
  const facts = factsOf(view.context);
  return facts.length === 0 ? <p className="muted">详情见“流程”和“办理经过”。</p> : <FactList facts={facts} />;
}
