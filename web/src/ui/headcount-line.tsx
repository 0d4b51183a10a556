import type { ReactElement } from 'react';
import type { Headcount } from '../api/types.js';
import { t } from './t.js';

const TIERS = { principal: t('正职'), deputy: t('副职') };

/** '正职 核定1 现配1 · 副职 核定4 现配3 空缺1'. */
export function HeadcountLine({ headcount }: { headcount: readonly Headcount[] }): ReactElement {
  return (
    <span className="headcount-line">
      {headcount.map(({ tier, approved, current, vacancies, overEstablishment }) => (
        <span key={tier}>
          {t('{tier} 核定{approved} 现配{current}', { tier: TIERS[tier], approved, current })}
          {vacancies > 0 && <b> {t('空缺{n}', { n: vacancies })}</b>}
          {overEstablishment > 0 && <b className="fails"> {t('超职数{n}', { n: overEstablishment })}</b>}
        </span>
      ))}
    </span>
  );
}
