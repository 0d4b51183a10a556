import type { ReactElement } from 'react';
import { OBJECTION_CHANNELS, type ObjectionChannel } from '../../../../machines/rules/index.js';
import type { CaseView } from '../../api/types.js';
import { t } from '../../ui/t.js';

interface Objection {
  no: number;
  channel: ObjectionChannel;
  day: string;
  content: string;
  named: boolean | null;
  conclusion: { founded: boolean; verifier: string; day: string; text: string } | null;
}

/** 反映问题: each objection to the public notice with what its verification found. */
export function ObjectionList({ view }: { view: CaseView }): ReactElement | null {
  const { objections = [] } = view.context as { objections?: Objection[] };
  if (objections.length === 0) return null;
  return (
    <section aria-label={t('公示期间反映的问题')}>
      <h2>{t('公示期间反映的问题')}</h2>
      <table className="plain">
        <thead>
          <tr>
            <th>{t('序号')}</th>
            <th>{t('方式')}</th>
            <th>{t('反映日期')}</th>
            <th>{t('反映内容')}</th>
            <th>{t('核查情况')}</th>
          </tr>
        </thead>
        <tbody>
          {objections.map(({ no, channel, day, content, named, conclusion }) => (
            <tr key={no}>
              <td className="number">{no}</td>
              <td>
                {OBJECTION_CHANNELS[channel]}
                {named !== null && <span className="muted">（{named ? t('署名') : t('匿名')}）</span>}
              </td>
              <td className="day-cell">{day}</td>
              <td>{content}</td>
              <td>{conclusion === null ? t('核查中') : conclusionText(conclusion)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function conclusionText({ founded, verifier, day, text }: NonNullable<Objection['conclusion']>): string {
  const by = verifier === '' ? day : `${verifier}，${day}`;
  return `${founded ? t('属实') : t('不属实')}：${text}（${by}）`;
}
