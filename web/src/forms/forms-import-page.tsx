import { Tabs } from 'antd';
import type { ReactElement } from 'react';
import { abilitiesOf, useSession } from '../app/current-session.js';
import { EmptyState } from '../ui/empty-state.js';
import { t } from '../ui/t.js';
import { ApprovalForms } from './approval-forms.js';
import { Roster } from './roster.js';

/** Files that offices have already: approval forms and rosters come in by the same three steps. */
export default function FormsImportPage(): ReactElement {
  const { imports } = abilitiesOf(useSession());
  if (!imports) {
    return <EmptyState title={t('您的角色不能导入审批表和名册')} hint={t('导入由组织部的科室审核人和科长办理。')} />;
  }
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('导入审批表与名册')}</h1>
      </header>
      <Tabs
        items={[
          { key: 'approval-forms', label: t('任免审批表'), children: <ApprovalForms /> },
          { key: 'roster', label: t('干部名册'), children: <Roster /> },
        ]}
      />
    </div>
  );
}
