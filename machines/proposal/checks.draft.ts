import { refuse, type CheckOf, type ForesightOf } from '../kernel/index.js';
import { lacksVacancy } from '../rules/index.js';
import type { ProposalContext } from './context.js';
import { factOf } from './facts.js';

type Check = CheckOf<ProposalContext>;
type Foresight = ForesightOf<ProposalContext>;

/** @refuses EMPTY_PROPOSAL - nobody is proposed for anything */
export const hasItems: Foresight = ({ items }) => (items.length === 0 ? refuse('EMPTY_PROPOSAL') : null);

/**
 * One open proposal per post.
 *
 * @refuses POST_RESERVED - another open proposal holds the post
 */
export const postsAreFree: Check = (_context, event) => {
  const [held] = factOf(event, 'holds');
  return held ? refuse('POST_RESERVED', held) : null;
};

/**
 * No proposal takes a vacancy that others have reserved.
 *
 * @refuses NO_VACANCY - persons in the tier plus those reserved leave no room for this proposal
 * @source handbook §1.1 (没有职数空缺的，不得启动), §1.10
 */
export const vacanciesAreFree: Check = (_context, event) => {
  const short = factOf(event, 'reservations').find(lacksVacancy);
  return short ? refuse('NO_VACANCY', short) : null;
};

/** @refuses ALREADY_TAKEN_UP - the department has acted on the submission; ask it to return the case instead */
export const isUntouched: Foresight = ({ takenUp, signers }) =>
  takenUp || signers.length > 0 ? refuse('ALREADY_TAKEN_UP') : null;
