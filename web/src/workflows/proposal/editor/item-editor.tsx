import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { ITEM_KINDS, type ItemKind } from '../../../../../machines/rules/index.js';
import { cadreQuery } from '../../../api/queries.js';
import type { Item, UnitDetail } from '../../../api/types.js';
import { fetched } from '../../../ui/fetched.js';
import { t } from '../../../ui/t.js';
import { monthText } from '../../../ui/time.js';
import { type ItemNames, useItemNames } from '../../case/items/use-item-names.js';
import { type Draft, withItem, withItems, withoutItem } from './draft.js';

const PasteDialog = fetched(async () => ({ default: (await import('./paste/paste-dialog.js')).PasteDialog }), null);

const KINDS = (Object.keys(ITEM_KINDS) as ItemKind[]).map((kind) => ({
  value: kind,
  label: ITEM_KINDS[kind].label + (ITEM_KINDS[kind].exempt ? t('（豁免）') : ''),
}));

interface Props {
  draft: Draft;
  change: (next: (draft: Draft) => Draft) => void;
  teams: readonly string[];
  unit: UnitDetail | undefined;
}

/** The items as they will be submitted, each with its reason and what is given up. */
export function ItemEditor({ draft, change, teams, unit }: Props): ReactElement {
  const [pasting, setPasting] = useState(false);
  const names = useItemNames(draft.items, teams);
  return (
    <section className="card" aria-label={t('拟任免事项')}>
      <header className="card-head">
        <h2>{t('拟任免事项')}</h2>
        <span className="muted">{draft.items.length === 0 ? '' : t('{n}项', { n: draft.items.length })}</span>
        {unit && (
          <Button size="small" onClick={() => setPasting(true)}>
            {t('粘贴或导入名单')}
          </Button>
        )}
        {unit && pasting && (
          <PasteDialog
            unit={unit}
            onClose={() => setPasting(false)}
            onAdd={(items) => {
              change((now) => withItems(now, items));
              setPasting(false);
            }}
          />
        )}
      </header>
      {draft.items.length === 0 ? (
        <p className="muted">{t('还没有事项。在下面的班子名册里点“拟任”或“拟免”。')}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th>{t('人选')}</th>
              <th>{t('拟任')}</th>
              <th>{t('拟免')}</th>
              <th>{t('事由')}</th>
              <th>
                <span className="visually-hidden">{t('删除')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {draft.items.map((item, at) => (
              <ItemRow key={`${item.cadre}-${at}`} item={item} at={at} names={names} change={change} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface RowProps {
  item: Item;
  at: number;
  names: ItemNames;
  change: Props['change'];
}

function ItemRow({ item, at, names, change }: RowProps): ReactElement {
  const { data: cadre } = useQuery(cadreQuery(item.cadre));
  const held = (cadre?.terms ?? []).filter(({ to }) => to === null);
  const posts = [
    { value: '', label: '—' },
    ...held.map(({ post, postName, teamName }) => ({ value: post, label: `${teamName} ${postName}` })),
  ];
  const name = cadre?.name ?? item.cadre;
  return (
    <tr>
      <td>
        <b>{name}</b>
        <span className="code">
          {cadre ? t('{month}（{n}岁）', { month: monthText(cadre.birth), n: cadre.ageYears }) : ''}
        </span>
      </td>
      <td>{item.appointTo ? names.post(item.appointTo) : '—'}</td>
      <td>
        <Select
          size="small"
          aria-label={t('{name}的拟免职务', { name })}
          className="wide"
          popupMatchSelectWidth={false}
          value={item.removeFrom ?? ''}
          options={posts}
          onChange={(post) => change((now) => withItem(now, at, { removeFrom: post === '' ? null : post }))}
        />
      </td>
      <td>
        <Select
          size="small"
          aria-label={t('{name}的调整事由', { name })}
          className="kind"
          popupMatchSelectWidth={false}
          value={item.kind}
          options={KINDS}
          onChange={(kind) => change((now) => withItem(now, at, { kind }))}
        />
      </td>
      <td className="row-buttons">
        <Button
          size="small"
          aria-label={t('删除{name}', { name })}
          onClick={() => change((now) => withoutItem(now, at))}
        >
          {t('删除')}
        </Button>
      </td>
    </tr>
  );
}
