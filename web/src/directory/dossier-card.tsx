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
    <section className="card stack" aria-label={t('学历、考核、奖励与亲属')}>
      <header className="card-head">
        <h2>{t('学历、考核、奖励与亲属')}</h2>
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

function Lists({ dossier }: { dossier: Dossier }): ReactElement {
  const { assessments, ranks, trainings, relatives, educations, rewards } = dossier;
  return (
    <div className="cards">
      <List title={t('籍贯、健康与专长')} lines={particularsOf(dossier)} />
      <List
        title={t('学历学位')}
        lines={educations.map(({ mode, diploma, degree, school, from, until }) =>
          [from && period(from, until), MODES[mode], diploma, degree, school].filter(Boolean).join(' '),
        )}
      />
      <List
        title={t('年度考核')}
        lines={assessments.map(({ year, grade }) => t('{year}年 {grade}', { year, grade: ANNUAL_GRADES[grade] }))}
      />
      <List
        title={t('奖励')}
        lines={rewards.map(({ name, on, by }) => [monthText(on), name, by].filter(Boolean).join(' '))}
      />
      <List title={t('职级经历')} lines={ranks.map(({ rank, since, until }) => `${period(since, until)} ${rank}`)} />
      <List title={t('培训')} lines={trainings.map(({ name, from, to }) => `${from}–${to} ${name}`)} />
      <List
        title={t('家庭成员')}
        lines={relatives.map(({ relation, name, birth, politicalStatus, workplace }) =>
          [relation, name, birth && monthText(birth), politicalStatus, workplace].filter(Boolean).join(' '),
        )}
      />
    </div>
  );
}

const MODES: Readonly<Record<Dossier['educations'][number]['mode'], string>> = {
  'full-time': t('全日制'),
  'in-service': t('在职'),
};

const period = (from: string, until: string | null): string =>
  `${monthText(from)}–${until === null ? t('至今') : monthText(until)}`;

/** What an approval form says of somebody beside posts and schools; what is not on file is left out. */
function particularsOf({ particulars }: Dossier): string[] {
  const known: [string, string | null | undefined][] = [
    [t('籍贯'), particulars?.nativePlace],
    [t('出生地'), particulars?.birthPlace],
    [t('健康状况'), particulars?.health],
    [t('专业技术职务'), particulars?.technicalPost],
    [t('专长'), particulars?.speciality],
  ];
  return known.flatMap(([name, text]) => (text ? [`${name} ${text}`] : []));
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
