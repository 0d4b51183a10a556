import { type ReactElement, useState } from 'react';
import { Button } from 'antd';
import type { Situation } from '../api/situation-types.js';
import { Link } from '../app/router.js';
import { t } from '../ui/t.js';
import { LevelTag } from '../ui/tags.js';
import { Count, type Ground, ledgerOf } from './tables.js';

const FIRST = 12;

/** Departments, the most severe first: a list of bodies, never of people. */
export function Departments({
  situation,
  ground,
}: {
  situation: Situation | undefined;
  ground: Ground;
}): ReactElement | null {
  const [all, setAll] = useState(false);
  const { departments = [], departmentsTotal = 0, levels = [] } = situation ?? {};
  const shown = all ? departments : departments.slice(0, FIRST);
  if (!situation) return null;
  return (
    <section className="card departments" aria-label={t('各部门预警等级')}>
      <header className="card-head">
        <h2>{t('各部门预警等级')}</h2>
        <span className="muted">
          {t('共{total}个单位，列出较重的{n}个；等级取本单位各任务中最重的。', {
            total: departmentsTotal,
            n: shown.length,
          })}
        </span>
        {departments.length > FIRST && (
          <Button size="small" onClick={() => setAll(!all)}>
            {all ? t('只看前{n}个', { n: FIRST }) : t('列出前{n}个', { n: departments.length })}
          </Button>
        )}
      </header>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('单位')}</th>
            <th scope="col">{t('等级')}</th>
            {levels.map(({ level, label }) => (
              <th key={level} scope="col" className="number">
                {label}
              </th>
            ))}
            <th scope="col" className="number">
              {t('应配')}
            </th>
            <th scope="col" className="number">
              {t('实配')}
            </th>
            <th scope="col" className="number">
              {t('差额')}
            </th>
            <th scope="col" className="number">
              {t('空缺职数')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.unit}>
              <td>
                <Link href={ledgerOf(ground, { unit: row.unit })}>{row.unitName}</Link>
              </td>
              <td>
                <LevelTag level={row.level} severity={row.severity} />
              </td>
              {levels.map(({ level }) => (
                <td key={level} className="number">
                  <Count value={row.levels[level]} href={ledgerOf(ground, { unit: row.unit, level })} />
                </td>
              ))}
              <td className="number">{row.due}</td>
              <td className="number">{row.actual}</td>
              <td className="number">
                <Count value={row.shortfall} href={ledgerOf(ground, { unit: row.unit, short: true })} />
              </td>
              <td className="number">{row.vacancies}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
