import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { historyQuery } from '../../api/queries.js';
import type { CaseView, Plural } from '../../api/types.js';
import { t } from '../../ui/t.js';
import { momentText } from '../../ui/time.js';

interface Props {
  view: CaseView;
  plural: Plural;
  /** The version on which the form was opened. */
  since: number;
}

/** Who has done what to a case while a form was open. */
function useMeanwhile({ view, plural, since }: Props): string {
  const { data = [] } = useQuery(historyQuery(plural, view.id));
  const steps = data.filter(({ version }) => version > since);
  return steps
    .map(({ actor, at, label }) =>
      t('{who}于{at}办理“{step}”', { who: actor.display, at: momentText(at), step: label }),
    )
    .join('；');
}

/** The step that somebody was filling in is no longer there: who was faster, and what had been written, so that nothing is lost. */
export function Overtaken(
  props: Props & { label: string; kept: readonly string[]; onClose: () => void },
): ReactElement {
  const { view, label, kept, onClose } = props;
  const meanwhile = useMeanwhile(props);
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      closable={{ onClose }}
      title={t('“{step}”已由他人办理，状态已更新为“{state}”', { step: label, state: view.label })}
      description={
        <>
          {meanwhile !== '' && <p>{meanwhile}。</p>}
          {kept.length > 0 && <p>{t('您填写的内容没有提交，原文保留如下，可复制到留言或下一步意见里：')}</p>}
          {kept.map((text) => (
            <blockquote key={text} className="kept">
              {text}
            </blockquote>
          ))}
        </>
      }
    />
  );
}

/** The step is still there, but the case is no longer what it was when the form was opened. */
export function MovedMeanwhile(props: Props): ReactElement | null {
  const meanwhile = useMeanwhile(props);
  if (meanwhile === '') return null;
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={t('填写期间事项有变化：{steps}。您填写的内容仍在，请核对后再提交。', { steps: meanwhile })}
    />
  );
}
