import { say } from '../../gate/index.js';
import type { RefusalEntry } from '../../platform/index.js';

const conflict = (sentence: RefusalEntry['sentence']): RefusalEntry => ({ status: 409, sentence });

/** What the machines of a round may refuse, as people read it. */
export const STOCKTAKE_REFUSALS: Readonly<Record<string, RefusalEntry>> = {
  ROUND_EXISTS: conflict(({ quarter }) => say`${quarter}的摸底调度已经开展。`),
  QUARTER_NOT_ENDED: conflict(({ endsOn }) => say`该季度至${endsOn}结束，届时方可摸底调度。`),
  ROUND_NOT_OF_DEPARTMENT: conflict(() => '摸底调度由组织部开展，请选择组织部为承办单位。'),
  CORRECTIONS_OPEN: conflict(({ units }) => say`尚有${units}个单位申请更正未处理，不能固化台账。`),
  UNITS_SILENT: conflict(({ units }) => say`尚有${units}个单位未核对；确需固化的，请注明并说明理由。`),
  LETTERS_WAITING: conflict(({ units }) => say`尚有${units}份反馈函正在发出，请稍后再试。`),
  LETTERS_OPEN: conflict(({ units }) => say`尚有${units}个单位的回复未办结；确需办结的，请注明并说明理由。`),
  SUCCESSION_CIRCLE: conflict(({ heir }) => say`${heir}由本单位承接，不能又承接本单位。`),
  CHECK_SHEET_FAULTY: {
    status: 422,
    sentence: ({ faults, total }) =>
      say`核对表有${total}处要改：${(faults as { sentence: string }[]).map(({ sentence }) => sentence).join('')}`,
  },
  CHECK_SHEET_HEADERS: {
    status: 422,
    sentence: ({ missing }) => say`第一张工作表缺少列：${(missing as string[]).join('、')}。请用下载的核对表填写。`,
  },
  SNAPSHOT_NOT_TAKEN: { status: 404, sentence: () => '台账尚未固化。' },
  LETTER_NOT_ISSUED: { status: 404, sentence: () => '反馈函尚未发出。' },
};
