import type { GateSummary, Signer } from '../kernel/index.js';
import type { Day, FullItem } from '../rules/index.js';

/** One person, one change of post, as it was cleared at the first gate or as it is filed. */
export type FiledItem = FullItem;

/** The two readers of a filing: 青年干部科 and 干部监督科. */
export const SECTIONS = ['youngCadre', 'supervision'] as const;
export type Section = (typeof SECTIONS)[number];
export type SectionResult = 'agree' | 'disagree';
export type SectionReview = { result: SectionResult; by: number[] };

/** A filing as stored. Materials and opinions stay with their events. */
export type FilingContext = {
  /** Nobody: a filing is opened by the product when the notice ends. */
  createdBy: number | null;
  proposal: number;
  unit: string;
  /** What was cleared and decided; what is filed must be the same. */
  cleared: FiledItem[];
  decidedOn: Day | null;
  noticeEndDay: Day | null;
  dueDay: Day | null;
  /** The gate run under which the proposal was decided, then the last one this filing showed. */
  gate: GateSummary | null;
  signers: Signer[];
  /** Everyone who filed, supplemented or corrected on the unit's side; they decide nothing here. */
  submitters: number[];
  /** The day of the unit's first filing that was not recalled: late or not, it is this day that counts. */
  filedOn: Day | null;
  documentNo: string | null;
  /** The department has acted on the filing: the unit can no longer simply take it back. */
  takenUp: boolean;
  reviews: { [section in Section]: SectionReview | null };
  /** Those who wrote both reviews: a third person decides. */
  soleReviewers: number[];
  /** What E01 to E16 last said of those appointed, as of the day of the decision. Absent until they are asked (revision 2). */
  eligibility?: { outcome: 'met' | 'notMet' | 'unknown'; on: Day };
};

/** The context of a filing that does not exist yet. */
export function emptyContext(): FilingContext {
  return {
    createdBy: null,
    proposal: 0,
    unit: '',
    cleared: [],
    decidedOn: null,
    noticeEndDay: null,
    dueDay: null,
    gate: null,
    signers: [],
    submitters: [],
    filedOn: null,
    documentNo: null,
    takenUp: false,
    reviews: { youngCadre: null, supervision: null },
    soleReviewers: [],
  };
}
