import { chart } from './chart.setup.js';
import { ANSWERED, BEFORE_SELECTION, RERUN, TO_DRAFT, TO_GATE_AGAIN, UNDECIDED } from './chart.steps.js';

/** 动议关: cleared, or explained, or lifted by two heads. */
export const gateDecision = chart.createStateConfig({
  initial: 'evaluating',
  on: { ...UNDECIDED, ...ANSWERED, RETURN: BEFORE_SELECTION },
  states: {
    evaluating: {
      always: [
        { guard: 'standsCleared', target: 'cleared' },
        { guard: 'standsFlagged', target: 'flagged' },
        { target: 'blocked' },
      ],
    },
    blocked: {
      on: {
        ISSUE_SUGGESTION: { target: 'suggestionIssued', actions: 'writeSuggestion' },
        REVISE: { ...TO_DRAFT, actions: [...TO_DRAFT.actions, 'addAuthor'] },
        RERUN_GATE: RERUN,
      },
    },
    suggestionIssued: {
      meta: { deadlines: ['suggestionReply'] },
      on: {
        REVISE: { ...TO_DRAFT, actions: [...TO_DRAFT.actions, 'addAuthor'] },
        REQUEST_OVERRIDE: { guard: 'mayBeOverridden', target: 'overrideRequested', actions: 'requestOverride' },
        RERUN_GATE: RERUN,
      },
    },
    overrideRequested: {
      initial: 'awaitingDeputy',
      on: {
        REFUSE_OVERRIDE: { target: 'suggestionIssued', actions: 'dropOverride' },
        RERUN_GATE: { target: RERUN.target, actions: ['recordGate', 'dropOverride'] },
      },
      states: {
        awaitingDeputy: {
          on: {
            APPROVE_OVERRIDE: { guard: 'deputyMayApprove', target: 'awaitingHead', actions: 'approveOverride' },
          },
        },
        awaitingHead: {
          on: {
            APPROVE_OVERRIDE: {
              guard: 'headMayApprove',
              target: '#proposal.gateDecision.cleared',
              actions: ['approveOverride', 'completeOverride'],
            },
          },
        },
      },
    },
    flagged: {
      meta: { deadlines: ['response'] },
      on: {
        // Advice also where an explanation is enough; the case waits for it all the same.
        ISSUE_SUGGESTION: { actions: 'writeSuggestion' },
        JUSTIFY: { guard: 'isJustified', target: 'justified', actions: 'recordJustification' },
        REVISE: { ...TO_DRAFT, actions: [...TO_DRAFT.actions, 'addAuthor'] },
        RERUN_GATE: RERUN,
      },
    },
    justified: {
      on: {
        ACCEPT_JUSTIFICATION: { guard: 'gateIsNoWorse', target: 'cleared', actions: 'acceptJustification' },
        REFUSE_JUSTIFICATION: 'flagged',
        RERUN_GATE: RERUN,
      },
    },
    cleared: {
      entry: 'markCleared',
      on: {
        START_SELECTION: [
          { guard: 'resumesAtDeliberation', target: '#proposal.inSelection.deliberation' },
          { guard: 'resumesAtInspection', target: '#proposal.inSelection.inspection' },
          { target: '#proposal.inSelection.recommendation' },
        ],
        RERUN_GATE: [{ guard: 'gateStillClears', actions: 'recordGate' }, TO_GATE_AGAIN],
      },
    },
  },
});
