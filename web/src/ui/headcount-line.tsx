import type { ReactElement } from 'react';
import type { Headcount } from '../api/types.js';

/** '正职 核定1 现配1 · 副职 核定4 现配3 空缺1'. */
export function HeadcountLine({ headcount }: { headcount: readonly Headcount[] }): ReactElement {
  return (
    <span className="headcount-line">
      {headcount.map(({ tier, approved, current, vacancies, overEstablishment }) => (
        <span key={tier}>
          {tier === 'principal' ? '正职' : '副职'} 核定{approved} 现配{current}
          {vacancies > 0 && <b> 空缺{vacancies}</b>}
          {overEstablishment > 0 && <b className="fails"> 超职数{overEstablishment}</b>}
        </span>
      ))}
    </span>
  );
}
