import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { unitsQuery } from '../api/queries.js';
import { abilitiesOf, useSession } from '../app/current-session.js';
import { navigate } from '../app/router.js';
import { EmptyState } from '../ui/empty-state.js';
import { t } from '../ui/t.js';
import type { DeskFilters } from './desk-filters.js';

const HINTS: Readonly<Record<DeskFilters['tab'], string>> = {
  todo: t('轮到您办理时，事项会出现在这里。'),
  done: t('您办理过的事项会列在这里。'),
  mine: t('您起草或发起的事项会列在这里。'),
  copied: t('别人抄送给您的事项会列在这里，知悉即可。'),
  all: t('还没有事项；动议由旗县区和市直单位起草后出现。'),
};

/** Why the list is empty, and what to do about it. */
export function NothingHere({ filters }: { filters: DeskFilters }): ReactElement {
  const { drafts, imports } = abilitiesOf(useSession());
  const units = useQuery(unitsQuery({ limit: 1 }));
  if (isNarrowed(filters)) {
    return (
      <EmptyState title={t('没有符合筛选条件的事项')} hint={t('换一个词，或者清除筛选。')}>
        <Button onClick={() => navigate(`/desk?tab=${filters.tab}`)}>{t('清除筛选')}</Button>
      </EmptyState>
    );
  }
  if (units.data?.total === 0) {
    return (
      <EmptyState
        title={t('还没有单位和班子')}
        hint={
          imports
            ? t('先导入市工作簿：单位、班子、职位、干部、任职和配备任务。')
            : t('请组织部的科长或科室审核人先导入市工作簿，之后即可起草动议。')
        }
      >
        {imports ? (
          <Button type="primary" onClick={() => navigate('/imports')}>
            {t('导入工作簿')}
          </Button>
        ) : (
          <Button onClick={() => navigate('/help')}>{t('开始使用')}</Button>
        )}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={filters.tab === 'todo' ? t('现在没有待办') : t('还没有事项')} hint={HINTS[filters.tab]}>
      {drafts && (
        <Button type="primary" onClick={() => navigate('/proposals/new')}>
          {t('起草动议')}
        </Button>
      )}
    </EmptyState>
  );
}

function isNarrowed({ text, kind, unit, state, done, overdue }: DeskFilters): boolean {
  return text !== '' || kind !== null || unit !== '' || state !== '' || done !== '' || overdue;
}
