import type { ReactElement } from 'react';
import type { CaseView } from '../../api/types.js';
import { t } from '../../ui/t.js';
import { factsOf, FactList } from '../case/context-facts.js';
import { LetterView } from '../case/letter/letter-view.js';

/** One unit's copy of a circular: the text, and whether the unit has confirmed it. */
export default function CopyBody({ view }: { view: CaseView }): ReactElement {
  return (
    <div className="stack">
      <FactList facts={factsOf(view.context)} />
      <LetterView plural="circular_units" id={view.id} name={t('通报全文')} />
    </div>
  );
}
