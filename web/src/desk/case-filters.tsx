import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { Query } from '../api/client.js';
import type { Plural } from '../api/plurals.js';
import { workflowsQuery } from '../api/queries.js';
import { UnitFilter } from '../directory/unit-filter.js';
import { t } from '../ui/t.js';
import { stateChoices } from './state-choices.js';

interface Props {
  plural: Plural;
  unit: string;
  state: string;
  /** '' both, 'false' those under way, 'true' those that are over. */
  done: string;
  change: (filters: Query) => void;
}

/** What narrows the list of one kind of case: where it stands, whose it is. The states are those of the chart in production. */
export function CaseFilters({ plural, unit, state, done, change }: Props): ReactElement {
  const { data } = useQuery(workflowsQuery);
  const chart = data?.items.find((workflow) => workflow.plural === plural);
  return (
    <div className="desk-filters desk-more-filters">
      <Select
        size="small"
        aria-label={t('环节')}
        className="desk-state"
        popupMatchSelectWidth={false}
        value={state}
        options={[{ value: '', label: t('全部环节') }, ...stateChoices(chart)]}
        onChange={(next) => change({ state: next })}
      />
      <Select
        size="small"
        aria-label={t('是否办结')}
        className="desk-kind"
        popupMatchSelectWidth={false}
        value={done}
        options={[
          { value: '', label: t('全部') },
          { value: 'false', label: t('在办') },
          { value: 'true', label: t('已办结') },
        ]}
        onChange={(next) => change({ done: next })}
      />
      <UnitFilter small value={unit} onChange={(next) => change({ unit: next })} />
    </div>
  );
}
