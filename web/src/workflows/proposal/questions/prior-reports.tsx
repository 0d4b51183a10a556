import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { PRIOR_MATTERS, type PriorMatter } from '../../../../../machines/rules/index.js';
import { sentenceOf } from '../../../api/problem.js';
import type { CaseView } from '../../../api/types.js';
import { Link, navigate } from '../../../app/router.js';
import { t } from '../../../ui/t.js';
import { isUnderWay, type Kept } from './kept.js';
import { useAsk, useQuestions } from './use-questions.js';

interface Props {
  view: CaseView;
  kept: Kept;
  /** What the rules found, ticked or not. */
  found: readonly PriorMatter[];
  drafts: boolean;
}

/** 事前报告 of the batch: what has been answered, what has not, and the reports themselves. */
export function PriorReports({ view, kept, found, drafts }: Props): ReactElement {
  const { message } = App.useApp();
  const reports = useQuestions('prior_reports', view, true);
  const begin = useAsk('prior_reports', view);
  const approved = kept.approvedMatters ?? [];
  const needed = [...new Set([...found, ...(kept.matters ?? [])])];
  const open = needed.filter((matter) => !approved.includes(matter));
  const draw = async (): Promise<void> => {
    try {
      const { id } = await begin({ matters: kept.matters ?? [] });
      navigate(`/prior_reports/${id}`);
    } catch (error) {
      void message.error(sentenceOf(error));
    }
  };
  return (
    <div>
      <p>
        <b>{t('事前报告')}</b>{' '}
        {open.length > 0 && <span className="fails">{t('未获批复：{matters}', { matters: textOf(open) })}</span>}
        {approved.length > 0 && (
          <span className="fits"> {t('已获批复：{matters}', { matters: textOf(approved) })}</span>
        )}
        {open.length + approved.length === 0 && (
          <span className="muted">{t('没有按规则查出或者预审列出的须报告事项；讨论决定时再核一次。')}</span>
        )}
      </p>
      {reports.map(({ id, label }) => (
        <p key={id}>
          <Link href={`/prior_reports/${id}`}>{t('事前报告第{n}号：{state}', { n: id, state: label })}</Link>
        </p>
      ))}
      {drafts && isUnderWay(view) && !reports.some(({ done }) => !done) && (
        <Button size="small" onClick={() => void draw()}>
          {t('起草事前报告')}
        </Button>
      )}
    </div>
  );
}

const textOf = (matters: readonly PriorMatter[]): string => matters.map((matter) => PRIOR_MATTERS[matter]).join('；');
