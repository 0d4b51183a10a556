import type { ReactElement } from 'react';
import type { GateTeamRow } from '../../../../../machines/rules/index.js';
import { LevelTag, VerdictTag } from '../../../ui/tags.js';
import { t } from '../../../ui/t.js';

/** One team under one task: the sentence, and the numbers behind it before and after. */
export function TeamComparison({ row }: { row: GateTeamRow }): ReactElement {
  const { before, after, delta } = row;
  const change = changeText(delta);
  return (
    <article className="comparison">
      <header>
        <h3>{row.teamName}</h3>
        <LevelTag level={row.level} severity={row.severity} />
        <VerdictTag verdict={row.verdict} />
        {row.exempt && <span className="muted">{t('（豁免情形，最多须说明）')}</span>}
      </header>
      <p className="muted">{row.taskName}</p>
      <p className="sentence">{row.sentence}</p>
      <dl className="numbers">
        <Pair name={t('应配')} before={before.due} after={after.due} />
        <Pair name={t('现配')} before={before.actual} after={after.actual} />
        <Pair name={t('差额')} before={before.shortfall} after={after.shortfall} />
        <div>
          <dt>{t('变化')}</dt>
          <dd>{change}</dd>
        </div>
      </dl>
    </article>
  );
}

function changeText(delta: number): string {
  if (delta === 0) return t('差额不变');
  return delta < 0 ? t('差额减少{n}', { n: -delta }) : t('差额增加{n}', { n: delta });
}

function Pair({ name, before, after }: { name: string; before: number; after: number }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="visually-hidden">{t('调整前')}</span>
        {before} <span aria-hidden="true">→</span>
        <span className="visually-hidden">{t('调整后')}</span> <b>{after}</b>
      </dd>
    </div>
  );
}
