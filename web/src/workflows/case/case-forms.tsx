import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { formsQuery } from '../../api/queries.js';
import type { CaseView, Item, Plural } from '../../api/types.js';
import { abilitiesOf, useSession } from '../../app/current-session.js';
import { TakeApprovalForm } from '../../forms/take-approval-form.js';
import { DocumentLinks } from '../../ui/document-links.js';
import { t } from '../../ui/t.js';
import { useItemNames } from './items/use-item-names.js';

/** Kinds of cases that have forms of their own to print. */
const WITH_FORMS: ReadonlySet<Plural> = new Set(['proposals', 'filings', 'meetings', 'headcount_reviews']);

const hasForms = (plural: Plural): boolean => WITH_FORMS.has(plural);

/** The forms that go with a case on paper; one that cannot be printed yet says why. */
export function CaseForms({ plural, id }: { plural: Plural; id: number }): ReactElement | null {
  const { data } = useQuery({ ...formsQuery(plural, id), enabled: hasForms(plural) });
  if (!data || data.length === 0) return null;
  return (
    <section aria-label={t('可打印的表单')}>
      <h2>{t('可打印的表单')}</h2>
      <ul className="comments papers">
        {data.map(({ name, title, format, available, reason }) => (
          <li key={name}>
            {available ? (
              <DocumentLinks path={`${plural}/${id}/forms/${name}`}>{`${title}（${format}）`}</DocumentLinks>
            ) : (
              <>
                {title} <span className="muted">{reason}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Forms of the case, and for those who may see ID numbers the approval form of everybody in it, as the case proposes. */
export function CasePapers({ plural, view }: { plural: Plural; view: CaseView }): ReactElement {
  const { context, id } = view;
  const proposal = plural === 'filings' ? (context.proposal ?? null) : id;
  return (
    <div className="stack">
      <CaseForms plural={plural} id={id} />
      {proposal !== null && <ApprovalForms items={context.items ?? context.cleared ?? []} proposal={proposal} />}
    </div>
  );
}

function ApprovalForms({ items, proposal }: { items: readonly Item[]; proposal: number }): ReactElement | null {
  const { imports } = abilitiesOf(useSession());
  const names = useItemNames(imports ? items : [], []);
  const codes = [...new Set(items.map(({ cadre }) => cadre))];
  if (!imports || codes.length === 0) return null;
  return (
    <section aria-label={t('任免审批表')}>
      <h2>{t('任免审批表')}</h2>
      <p className="muted">{t('拟任、拟免职务和任免理由按本动议填写。')}</p>
      <ul className="comments papers">
        {codes.map((code) => (
          <li key={code}>
            <TakeApprovalForm code={code} proposal={proposal} name={names.cadre(code)?.name ?? code} />
          </li>
        ))}
      </ul>
    </section>
  );
}
