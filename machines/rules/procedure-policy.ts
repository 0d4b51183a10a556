/** What the selection procedure asks before a decision; a city that keeps something on paper switches it off here. */
export interface ProcedurePolicy {
  /** E01–E16 at deliberation and filing: what is not met or not known keeps an item from being decided. */
  eligibilityBinds: boolean;
  /** 凡提四必 for everybody appointed. */
  fourChecks: boolean;
  /** The seven cases of 不得列为考察对象, each answered. */
  disqualifications: boolean;
  priorReport: {
    /** Matters found or ticked keep the proposal from deliberation until their report is approved. */
    required: boolean;
    /** 一次性调整数量过大: persons in one proposal, and persons of one unit within the window. */
    bulkAdjustmentCount: number;
    bulkAdjustmentWindowCount: number;
    bulkAdjustmentWindowMonths: number;
    /** 县乡党政正职任职不满 so many months. */
    principalTenureMonths: number;
  };
}

/** @source handbook §1.3 (evaluate twice), §1.4, §1.5 V-24, §1.6; bulk numbers are assumptions */
export const DEFAULT_PROCEDURE: ProcedurePolicy = {
  eligibilityBinds: true,
  fourChecks: true,
  disqualifications: true,
  priorReport: {
    required: true,
    bulkAdjustmentCount: 10,
    bulkAdjustmentWindowCount: 20,
    bulkAdjustmentWindowMonths: 3,
    principalTenureMonths: 36,
  },
};
