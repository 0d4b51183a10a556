/** Working days given for each answer of a round. */
export type Periods = { confirmation: number; correction: number; endorsement: number; reply: number };

/**
 * Unless the round is opened with others. The source document names no periods: these are ours.
 *
 * @source handbook §3.5 (feedback letter: 请于……×个工作日内报送), assumption
 */
export const DEFAULT_PERIODS: Periods = { confirmation: 10, correction: 5, endorsement: 5, reply: 15 };
