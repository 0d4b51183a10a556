import type { ReactElement } from 'react';
import type { CaseView } from '../../api/types.js';
import { Link } from '../../app/router.js';
import { DownloadLink } from '../../ui/download-link.js';
import { factsOf, FactList } from '../case/context-facts.js';

/** One unit's side of a round: its answer, and the letter to it. */
export default function SideBody({ view }: { view: CaseView }): ReactElement {
  const { round, documentNo } = view.context;
  return (
    <div className="stack">
      <FactList facts={factsOf(view.context)} />
      {documentNo && (
        <p>
          一对一反馈函{documentNo}：
          <DownloadLink path={`stocktake_units/${view.id}/letter.docx`}>下载公文（docx）</DownloadLink>
        </p>
      )}
      {round !== undefined && <Link href={`/stocktakes/${round}`}>查看本季度摸底调度</Link>}
    </div>
  );
}
