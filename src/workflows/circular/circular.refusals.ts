import { say } from '../../gate/index.js';
import type { RefusalEntry } from '../../platform/index.js';

const conflict = (sentence: RefusalEntry['sentence']): RefusalEntry => ({ status: 409, sentence });

const changes = (added: unknown, removed: unknown): string => {
  const words = [say`${removed}`, say`${added}`].map(
    (text, index) => text && `${['不再列入', '新列入'][index]}${text}`,
  );
  return words.filter((text) => text !== '').join('，');
};

/** What a circular's machine and its facts may refuse, as people read it. */
export const CIRCULAR_REFUSALS: Readonly<Record<string, RefusalEntry>> = {
  CIRCULAR_EXISTS: conflict(() => '本次摸底调度已起草通报。'),
  CIRCULAR_NOT_OF_DEPARTMENT: conflict(() => '通报由组织部印发，请选择组织部为承办单位。'),
  ROUND_NOT_ENDORSED: conflict(({ round }) => say`第${round}号摸底调度的台账尚未固化并经部领导审阅，不能起草通报。`),
  LISTS_NOBODY: conflict(({ excluded }) => say`没有签收两次提醒仍有差额的班子（另有${excluded}项不列入），无需通报。`),
  LISTING_CHANGED: conflict(({ added, removed, ledgerChanged }) =>
    ledgerChanged === true
      ? '台账已重新固化，请退回重新拟定名单。'
      : say`拟定后情况已变化（${changes(added, removed)}），请退回重新拟定名单。`,
  ),
  COPIES_OPEN: conflict(({ units }) => say`尚有${units}个单位未签收；确需办结的，请注明并说明理由。`),
};
