import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { withQuery } from '../api/client.js';
import type { Situation } from '../api/situation-types.js';
import { navigate } from '../app/router.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import { ChartCard } from './chart-card.js';
import { ageingOption, headlineOption, levelsOption, trendOption, vacanciesOption } from './options.js';
import { trendQuery } from './queries.js';
import {
  AgeingTable,
  type Ground,
  HeadlineTable,
  ledgerOf,
  leaversOf,
  LevelsTable,
  placeOf,
  TrendTable,
  VacanciesTable,
} from './tables.js';

interface Props {
  situation: Situation | undefined;
  ground: Ground;
}

/** Places are kept from the first moment on, so that nothing jumps when the numbers come. */
export function Charts({ situation, ground }: Props): ReactElement {
  const workbook = withQuery('/api/v1/reports/situation.xlsx', { ...ground });
  return (
    <div className="chart-grid">
      <Headline situation={situation} ground={ground} workbook={workbook} />
      <Levels situation={situation} ground={ground} workbook={workbook} />
      <TrendCard ground={ground} workbook={workbook} />
      <Vacancies situation={situation} ground={ground} workbook={workbook} />
      <Ageing situation={situation} ground={ground} workbook={workbook} />
    </div>
  );
}

type CardProps = Props & { workbook: string };

function Headline({ situation, ground, workbook }: CardProps): ReactElement | null {
  const option = useMemo(() => situation && headlineOption(situation.areas, situation.headline), [situation]);
  if (situation?.headline.areas === 0) return null;
  const shown = situation?.areas.filter(({ headline }) => headline !== null) ?? [];
  const task = situation?.headline.tasks[0];
  return (
    <ChartCard
      title={t('旗县区党政工作部门达标占比')}
      option={option ?? null}
      workbook={workbook}
      onPick={(at) => navigate(ledgerOf(ground, { unit: shown[at]?.code, task }))}
      table={situation && <HeadlineTable areas={situation.areas} ground={ground} task={task} />}
    />
  );
}

function Levels({ situation, ground, workbook }: CardProps): ReactElement {
  const option = useMemo(() => situation && levelsOption(situation.areas, situation.levels), [situation]);
  const pick = (at: number, series: string): void => {
    const area = situation?.areas[at];
    const level = situation?.levels.find(({ label }) => label === series)?.level;
    if (area) navigate(ledgerOf(ground, { ...placeOf(area.code), level }));
  };
  return (
    <ChartCard
      title={t('各旗县区预警等级')}
      option={option ?? null}
      workbook={workbook}
      onPick={pick}
      table={situation && <LevelsTable areas={situation.areas} levels={situation.levels} ground={ground} />}
    />
  );
}

function TrendCard({ ground, workbook }: { ground: Ground; workbook: string }): ReactElement {
  const { data, error, refetch } = useQuery(trendQuery({ ...ground }));
  const option = useMemo(() => data && trendOption(data.quarters), [data]);
  return (
    <ChartCard
      title={t('近八个季度走势')}
      note={t('实心为季度摸底固化的数，空心按现行口径、现有职数和任务重算。')}
      option={option ?? null}
      workbook={workbook}
      onPick={(at) => navigate(ledgerOf(ground, { asOf: data?.quarters[at]?.day, short: true }))}
      table={
        error === null ? (
          data && <TrendTable quarters={data.quarters} ground={ground} />
        ) : (
          <ErrorNote error={error} retry={() => void refetch()} />
        )
      }
    />
  );
}

function Vacancies({ situation, ground, workbook }: CardProps): ReactElement {
  const option = useMemo(() => situation && vacanciesOption(situation.areas), [situation]);
  const pick = (at: number): void => {
    const area = situation?.areas[at];
    if (area) navigate(ledgerOf(ground, { ...placeOf(area.code), short: true }));
  };
  return (
    <ChartCard
      title={t('空缺与差额')}
      note={t('空缺可补的差额：本班子有空缺职数、用年轻干部补上就能减少的部分；其余须在调整中解决。')}
      option={option ?? null}
      workbook={workbook}
      onPick={pick}
      table={situation && <VacanciesTable areas={situation.areas} ground={ground} />}
    />
  );
}

function Ageing({ situation, ground, workbook }: CardProps): ReactElement {
  const option = useMemo(() => situation && ageingOption(situation.ageingOut), [situation]);
  const pick = (at: number): void => {
    const month = situation?.ageingOut[at]?.month;
    if (month !== undefined) navigate(leaversOf(ground, month));
  };
  return (
    <ChartCard
      wide
      title={t('未来各月不再计入的人员')}
      note={t('如不调整，各月超过年龄口径或任期届满的人数，以及自当月起将有差额的班子（按任务计）。')}
      option={option ?? null}
      workbook={workbook}
      onPick={pick}
      table={situation && <AgeingTable months={situation.ageingOut} ground={ground} />}
    />
  );
}
