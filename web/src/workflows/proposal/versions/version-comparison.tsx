import { Select } from 'antd';
import { type ReactElement, useState } from 'react';
import type { HistoryEntry, Item } from '../../../api/types.js';
import { t } from '../../../ui/t.js';
import { momentText } from '../../../ui/time.js';
import { ItemSentence } from '../../case/items/item-sentence.js';
import { type ItemNames, useItemNames } from '../../case/items/use-item-names.js';
import { type Change, compareItems, type ItemVersion, itemVersions } from './item-versions.js';

interface Props {
  history: readonly HistoryEntry[];
  teams: readonly string[];
}

const MARKS: Readonly<Record<Change, string>> = {
  added: t('＋ 新增'),
  removed: t('－ 去掉'),
  changed: t('≠ 有改动'),
  same: t('＝ 未变'),
};

/** Two versions of the items side by side; first the last two that were submitted. */
export function VersionComparison({ history, teams }: Props): ReactElement | null {
  const versions = itemVersions(history);
  if (versions.length < 2) return null;
  return (
    <details className="versions">
      <summary>{t('比较各版事项（{n}版）', { n: versions.length })}</summary>
      <SideBySide versions={versions} teams={teams} />
    </details>
  );
}

function SideBySide({ versions, teams }: { versions: readonly ItemVersion[]; teams: readonly string[] }): ReactElement {
  const [first, last] = startingPair(versions);
  const [left, setLeft] = useState(first);
  const [right, setRight] = useState(last);
  const names = useItemNames(
    versions.flatMap(({ items }) => items),
    teams,
  );
  const [before, after] = [versions[left]!, versions[right]!];
  const options = versions.map((version, at) => ({ value: at, label: nameOf(version) }));
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>
            <Select aria-label={t('左侧版本')} size="small" value={left} options={options} onChange={setLeft} />
          </th>
          <th>
            <Select aria-label={t('右侧版本')} size="small" value={right} options={options} onChange={setRight} />
          </th>
          <th>{t('变化')}</th>
        </tr>
      </thead>
      <tbody>
        {compareItems(before.items, after.items).map((row) => (
          <tr key={`${row.cadre} ${row.change}`} className={`version-${row.change}`}>
            <td>{sentence(row.before, names)}</td>
            <td>{sentence(row.after, names)}</td>
            <td className="day-cell">{MARKS[row.change]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sentence(item: Item | null, names: ItemNames): ReactElement {
  return item === null ? <span className="muted">—</span> : <ItemSentence item={item} names={names} />;
}

const nameOf = ({ version, submitted, who, at }: ItemVersion): string =>
  `${t('第{n}版', { n: version })}${submitted ? t('（已呈报）') : ''} ${who} ${momentText(at)}`;

/** What was submitted last, beside what was submitted before it; else the last two. */
function startingPair(versions: readonly ItemVersion[]): [number, number] {
  const last = versions.length - 1;
  const submitted = versions.flatMap((version, at) => (version.submitted && at < last ? [at] : []));
  return [submitted[submitted.length - 1] ?? last - 1, last];
}
