import type { ReactElement } from 'react';
import type { CaseView } from '../../api/types.js';
import { quarterText } from './case-title.js';
import { choiceLabel } from './forms/field-words.js';
import { t } from '../../ui/t.js';

/** What is worth showing of a case whose workflow has no page of its own; anything else stays in the record. */
const LABELS: Readonly<Record<string, string>> = {
  quarter: t('季度'),
  referenceDay: t('计算基准日'),
  answer: t('核对情况'),
  chased: t('催报次数'),
  level: t('预警等级'),
  shortfall: t('差额数'),
  due: t('应配'),
  actual: t('现配'),
  documentNo: t('文号'),
  issuedOn: t('发出日期'),
  receivedOn: t('签收日期'),
  dueDay: t('期限'),
  requestedOn: t('征求日期'),
  repliedOn: t('答复日期'),
  result: t('结论'),
  conclusion: t('结论'),
  reason: t('事由'),
  matter: t('事项'),
  cadre: t('人员'),
  hash: t('固化哈希（SM3）'),
  revision: t('固化次数'),
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
  return typeof value === 'boolean' ? (value ? t('是') : t('否')) : '';
}

/** Longer than this, a value has a line of its own. */
const LONG = 32;

export function FactList({ facts }: { facts: readonly Fact[] }): ReactElement | null {
  if (facts.length === 0) return null;
  return (
    <dl className="facts">
      {facts.map(({ name, value }) => (
        <div key={name} className={value.length > LONG ? 'long' : undefined}>
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
  return facts.length === 0 ? <p className="muted">{t('详情见“流程”和“办理经过”。')}</p> : <FactList facts={facts} />;
}
