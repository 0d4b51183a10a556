import type { ReactElement } from 'react';
import { APPOINTMENT_MODES } from '../../../../../machines/rules/index.js';
import type { Item } from '../../../api/types.js';
import { monthText } from '../../../ui/time.js';
import { kindLabel } from '../forms/field-words.js';
import { useItemNames } from './use-item-names.js';
import { t } from '../../../ui/t.js';

interface Props {
  items: readonly Item[];
  teams: readonly string[];
}

/** 动议干部名单, as far as a case needs it. */
export function ItemTable({ items, teams }: Props): ReactElement {
  const names = useItemNames(items, teams);
  if (items.length === 0) return <p className="muted">{t('还没有任免事项。')}</p>;
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{t('人选')}</th>
          <th scope="col">{t('出生年月')}</th>
          <th scope="col">{t('拟任')}</th>
          <th scope="col">{t('拟免')}</th>
          <th scope="col">{t('事由')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, at) => {
          const cadre = names.cadre(item.cadre);
          const mode = item.mode && item.mode !== 'regular' ? `，${APPOINTMENT_MODES[item.mode]}` : '';
          const outside = item.occupiesHeadcount === false ? t('，不占职数') : '';
          return (
            <tr key={`${item.cadre}-${at}`}>
              <td>
                <b>{cadre?.name ?? item.cadre}</b>
                <span className="code">{item.cadre}</span>
              </td>
              <td className="day-cell">
                {cadre ? t('{month}（{n}岁）', { month: monthText(cadre.birth), n: cadre.ageYears }) : ''}
              </td>
              <td>{item.appointTo ? names.post(item.appointTo) : '—'}</td>
              <td>{item.removeFrom ? names.post(item.removeFrom) : '—'}</td>
              <td>
                {kindLabel(item.kind)}
                {mode}
                {outside}
                {item.note ? <span className="muted">（{item.note}）</span> : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
