import { say } from '../../gate/index.js';
import type { RefusalEntry } from '../../platform/index.js';

const conflict = (sentence: RefusalEntry['sentence']): RefusalEntry => ({ status: 409, sentence });

/** What an opinion's machine and its facts may refuse, as people read it. */
export const OPINION_REFUSALS: Readonly<Record<string, RefusalEntry>> = {
  OPINION_EXISTS: conflict(
    ({ proposal, cadre }) => say`第${proposal}号动议的干部${cadre}已在征求廉洁意见，请在原件上办理。`,
  ),
  PROPOSAL_NOT_UNDER_WAY: conflict(() => '该动议未呈报、已退回起草，或者已撤回、已讨论决定，无需征求或答复。'),
  PROPOSAL_OF_OTHER_UNIT: { status: 422, sentence: () => '没有这件动议，或者它不属于所选单位。' },
  SIGNATURES_OF_ONE: conflict(() => '廉洁意见须由党委（党组）书记和纪委书记（纪检组长）两人签字（双签字）。'),
  SIGNED_BEFORE_REQUEST: conflict(
    ({ signedOn, requestedOn }) => say`签字日期${signedOn}早于征求日期${requestedOn}，请核对。`,
  ),
  OPINION_STILL_VALID: conflict(
    ({ validUntil }) => say`廉洁意见有效期至${validUntil}，尚未过期；如有新的情况，请选“有新的情况”。`,
  ),
};
