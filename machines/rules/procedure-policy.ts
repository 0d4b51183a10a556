/** What the selection procedure asks before a decision; a city that keeps something on paper switches it off here. */
export interface ProcedurePolicy {
  /** E01–E16 at deliberation and filing: what is not met or not known keeps an item from being decided. */
  eligibilityBinds: boolean;
  /** 凡提四必 for everybody appointed. */
  fourChecks: boolean;
  /** The seven cases of 不得列为考察对象, each answered. */
  disqualifications: boolean;
  integrityOpinion: {
    /** Working days within which the discipline commission is expected to answer. */
    replyWorkingDays: number;
    /** Months for which a meeting may rely on an opinion. */
    validMonths: number;
    /** An opinion that came on paper may be recorded by hand; otherwise only the commission's own reply counts. */
    paperAllowed: boolean;
  };
  priorReport: {
    /** Matters found or ticked keep the proposal from deliberation until their report is approved. */
    required: boolean;
    /** 一次性调整数量过大: persons in one proposal, and persons of one unit within the window. */
    bulkAdjustmentCount: number;
    bulkAdjustmentWindowCount: number;
    bulkAdjustmentWindowMonths: number;
    /** 县乡党政正职任职不满 so many months. */
    principalTenureMonths: number;
    /** Working days within which the department is expected to reply. */
    replyWorkingDays: number;
  };
  /** Who signs the headcount pre-review 职数预审: the department's section 干部监督科, the establishment office 编办, or whoever is first. */
  headcountReviewBy: HeadcountReviewer;
}

export const HEADCOUNT_REVIEWERS = ['section', 'establishment', 'either'] as const;
export type HeadcountReviewer = (typeof HEADCOUNT_REVIEWERS)[number];

/** @source handbook §1.3 (evaluate twice), §1.4, §1.5 V-24, §1.6; bulk numbers and the opinion's days are assumptions */
export const DEFAULT_PROCEDURE: ProcedurePolicy = {
  eligibilityBinds: true,
  fourChecks: true,
  disqualifications: true,
  integrityOpinion: { replyWorkingDays: 10, validMonths: 6, paperAllowed: true },
  priorReport: {
    required: true,
    bulkAdjustmentCount: 10,
    bulkAdjustmentWindowCount: 20,
    bulkAdjustmentWindowMonths: 3,
    principalTenureMonths: 36,
    replyWorkingDays: 10,
  },
  headcountReviewBy: 'either',
};

/** The settings of the procedure as a version from before some of them holds them. */
export type EarlierProcedure = Omit<ProcedurePolicy, 'integrityOpinion' | 'priorReport' | 'headcountReviewBy'> &
  Partial<Pick<ProcedurePolicy, 'integrityOpinion' | 'headcountReviewBy'>> & {
    priorReport: Omit<ProcedurePolicy['priorReport'], 'replyWorkingDays'> &
      Partial<Pick<ProcedurePolicy['priorReport'], 'replyWorkingDays'>>;
  };

/** @returns the same with what came later as a new installation starts with it */
export function withLaterProcedure(procedure: EarlierProcedure = DEFAULT_PROCEDURE): ProcedurePolicy {
  const { integrityOpinion, headcountReviewBy, priorReport } = DEFAULT_PROCEDURE;
  const { replyWorkingDays } = priorReport;
  return {
    integrityOpinion,
    headcountReviewBy,
    ...procedure,
    priorReport: { replyWorkingDays, ...procedure.priorReport },
  };
}
