export { suggestionView } from './gate.dto.js';
export { listAttachments, listUnknownSigners, readLastGate } from './case-facts.js';
export { GateModule } from './gate.module.js';
export {
  type Hold,
  holdPosts,
  type ItemCodes,
  releasePosts,
  setCleared,
  type StoredItem,
  storeItems,
} from './in-flight-items.js';
export { codeText, dayText, itemSchema, itemsSchema } from './item.schema.js';
export { type GateAnswer, judgeAtGate } from './judge-at-gate.js';
export { answersFor, seesUnit, visiblePaths } from './reach.js';
export { lacksVacancy, type Reservation } from './reservations.js';
export { type Reach, resolveItems } from './resolve-items.js';
export { say } from './say.js';
export { type SuggestionView, suggestFor } from './suggest-for.js';
