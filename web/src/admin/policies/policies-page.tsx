import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { rolesOf, useSession } from '../../app/current-session.js';
import { useFilters, useLeaveGuard } from '../../app/router.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { momentText } from '../../ui/time.js';
import type { PolicyDocument, PolicyVersion } from '../admin-types.js';
import { policiesQuery, policyQuery, policySettingsQuery } from '../queries.js';
import { differences } from './leaves.js';
import { Proposed } from './proposed.js';
import { SettingsTable } from './settings-table.js';

/** What the city may decide, with everything it decided before; and, before a change is stored, what it would do. */
export default function PoliciesPage(): ReactElement {
  const [search] = useFilters();
  const { data: versions, error, refetch } = useQuery(policiesQuery);
  const newest = versions?.[0]?.version ?? 0;
  const shown = Number(search.get('version') ?? 0) || newest;
  const { data: document } = useQuery(policyQuery(shown));
  const { data: before } = useQuery(policyQuery(shown - 1));
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('政策设置')}</h1>
        <span className="muted">{t('标“假设”的数值没有公开规定，须由本市确认；已有结论仍注明当时的版本。')}</span>
      </header>
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      <div className="admin-columns">
        <History versions={versions ?? []} shown={shown} />
        {document && <Document key={shown} document={document} before={before} isNewest={shown === newest} />}
      </div>
    </div>
  );
}

function History({ versions, shown }: { versions: readonly PolicyVersion[]; shown: number }): ReactElement {
  const [, change] = useFilters();
  return (
    <nav className="card versions" aria-label={t('历次修改')}>
      <h2>{t('历次修改')}</h2>
      <ol>
        {versions.map(({ version, note, createdBy, createdAt }) => (
          <li key={version}>
            <button type="button" aria-current={version === shown} onClick={() => change({ version })}>
              <b>{t('第{n}版', { n: version })}</b>
              <span className="small muted">
                {momentText(createdAt)} {createdBy ?? t('随产品提供')}
              </span>
              <span className="small">{note}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface DocumentProps {
  document: PolicyDocument;
  before: PolicyDocument | undefined;
  isNewest: boolean;
}

function Document({ document, before, isNewest }: DocumentProps): ReactElement {
  const roles = rolesOf(useSession());
  const { data: settings } = useQuery(policySettingsQuery);
  const [draft, setDraft] = useState<PolicyDocument['policy'] | null>(null);
  const paths = (settings ?? []).map(({ path }) => path);
  const changed = draft === null ? [] : differences(document.policy, draft, paths);
  const since = before === undefined ? [] : differences(before.policy, document.policy, paths);
  useLeaveGuard(changed.length > 0 ? t('修改尚未保存，确定离开吗？') : null);
  const mayChange = isNewest && (roles.has('chief') || roles.has('secadmin'));
  return (
    <div className="stack">
      {mayChange && draft === null && (
        <div className="buttons">
          <Button type="primary" onClick={() => setDraft(document.policy)}>
            {t('修改')}
          </Button>
        </div>
      )}
      {draft !== null && (
        <Proposed draft={draft} basedOn={document.version} changed={changed.length} onDone={() => setDraft(null)} />
      )}
      <SettingsTable
        settings={settings ?? []}
        policy={draft ?? document.policy}
        marked={new Set(draft === null ? since : changed)}
        onChange={draft === null ? null : setDraft}
      />
    </div>
  );
}
