import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { caseQuery } from '../../../api/queries.js';
import { Field } from '../../../ui/field.js';
import { ItemTable } from '../items/item-table.js';
import { SchemaField, type StepFormProps } from './schema-fields.js';
import { t } from '../../../ui/t.js';

/** 报送备案: what was decided, which must be what was cleared; therefore shown, not typed. */
export function FilingReportForm(props: StepFormProps): ReactElement {
  const { view } = props;
  const { data: proposal } = useQuery(caseQuery('proposals', view.context.proposal ?? 0));
  const teams = proposal?.gate?.headcount.map(({ team }) => team) ?? [];
  return (
    <>
      <div className="columns">
        <SchemaField {...props} name="decidedDay" />
        <SchemaField {...props} name="documentNo" />
      </div>
      <Field
        label={t('报送的任免事项')}
        group
        hint={t('与动议关通过、党委（党组）决定的一致。如有不同，请先撤回动议另行提出。')}
      >
        <ItemTable items={view.context.cleared ?? []} teams={teams} />
      </Field>
      <SchemaField {...props} name="attachments" />
    </>
  );
}
