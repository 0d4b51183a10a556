import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { ANNUAL_GRADES } from '../../../machines/rules/index.js';
import { dossierQuery } from '../api/queries.js';
import type { Dossier } from '../api/types.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import { monthText } from '../ui/time.js';

/** More of a person is read only by whoever asks for it; the reading is recorded. */
export function DossierCard({ code }: { code: string }): ReactElement {
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({ ...dossierQuery(code), enabled: open });
  return (
    <section className="card stack" aria-label={t('考核、培训与亲属')}>
      <header className="card-head">
        <h2>{t('考核、培训与亲属')}</h2>
        {!open && (
          <Button size="small" onClick={() => setOpen(true)}>
            {t('调阅')}
          </Button>
        )}
        <span className="muted small">{t('调阅记入审计')}</span>
      </header>
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {data && <Lists dossier={data} />}
    </section>
  );
}

function Lists({ dossier: { assessments, ranks, trainings, relatives } }: { dossier: Dossier }): ReactElement {
  const until = (to: string | null): string => (to === null ? t('至今') : monthText(to));
  return (
    <div className="cards">
      <List
        title={t('年度考核')}
        lines={assessments.map(({ year, grade }) => t('{year}年 {grade}', { year, grade: ANNUAL_GRADES[grade] }))}
      />
      <List
        title={t('职级经历')}
        lines={ranks.map(({ rank, since, until: to }) => `${monthText(since)}–${until(to)} ${rank}`)}
      />
      <List title={t('培训')} lines={trainings.map(({ name, from, to }) => `${from}–${to} ${name}`)} />
      <List
        title={t('家庭成员')}
        lines={relatives.map(({ relation, name, workplace }) => [relation, name, workplace].filter(Boolean).join(' '))}
      />
    </div>
  );
}

function List({ title, lines }: { title: string; lines: readonly string[] }): ReactElement {
  return (
    <div>
      <h3 className="small muted">{title}</h3>
      {lines.length === 0 ? (
        <p>{t('没有记录')}</p>
      ) : (
        <ul className="notes">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
