import type { ReactElement } from 'react';
import type { GateTeamRow } from '../../../../../machines/rules/index.js';
import { LevelTag, VerdictTag } from '../../../ui/tags.js';

/** One team under one task: the sentence, and the numbers behind it before and after. */
export function TeamComparison({ row }: { row: GateTeamRow }): ReactElement {
  const { before, after, delta } = row;
  const change = delta === 0 ? '差额不变' : delta < 0 ? `差额减少${-delta}` : `差额增加${delta}`;
  return (
    <article className="comparison">
      <header>
        <h3>{row.teamName}</h3>
        <LevelTag level={row.level} severity={row.severity} />
        <VerdictTag verdict={row.verdict} />
        {row.exempt && <span className="muted">（豁免情形，最多须说明）</span>}
      </header>
      <p className="muted">{row.taskName}</p>
      <p className="sentence">{row.sentence}</p>
      <dl className="numbers">
        <Pair name="应配" before={before.due} after={after.due} />
        <Pair name="现配" before={before.actual} after={after.actual} />
        <Pair name="差额" before={before.shortfall} after={after.shortfall} />
        <div>
          <dt>变化</dt>
          <dd>{change}</dd>
        </div>
      </dl>
    </article>
  );
}

function Pair({ name, before, after }: { name: string; before: number; after: number }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="visually-hidden">调整前</span>
        {before} <span aria-hidden="true">→</span>
        <span className="visually-hidden">调整后</span> <b>{after}</b>
      </dd>
    </div>
  );
}
