import type { ProposalContext } from '../../../machines/proposal/index.js';
import { confirmAppointments, relieveAppointments, writeAppointments } from '../../directory/index.js';
import type { EffectHandler, Followers, OutboxMessage, SignalCase, Step } from '../../engine/index.js';
import { holdPosts, releasePosts, setCleared, storeItems } from '../../gate/index.js';
import { asSystem, type Db, type Tx } from '../../platform/index.js';
import { writeSuggestion } from './suggestion-letter.js';

const withEvent = (run: (tx: Tx, step: Step) => Promise<void>): EffectHandler => ({ when: 'in-transaction', run });
/** A transfer has another unit on its other side, which the one who decides need not reach. */
const inDirectory = (run: (tx: Tx, step: Step) => Promise<void>): EffectHandler =>
  withEvent((tx, step) => asSystem('proposal.directory', () => run(tx, step)));
const contextOf = (step: Step): ProposalContext => step.context as ProposalContext;

/** What follows from a proposal's steps; everything that touches the directory or a post stands or falls with the event. */
export function proposalEffects(db: Db, signals: SignalCase, followers: Followers): Record<string, EffectHandler> {
  const tell: EffectHandler = { when: 'after-commit', run: (message) => followers.tell('proposal.left', message) };
  return {
    tellReturned: tell,
    tellEnded: tell,
    storeItems: inDirectory((tx, step) => storeItems(tx, step.caseId, contextOf(step).items)),
    holdPosts: withEvent((tx, { caseId }) => holdPosts(tx, caseId)),
    releasePosts: withEvent((tx, { caseId }) => releasePosts(tx, caseId)),
    markCleared: withEvent((tx, { caseId }) => setCleared(tx, caseId, true)),
    unmarkCleared: withEvent((tx, { caseId }) => setCleared(tx, caseId, false)),
    writeAppointments: inDirectory(appoint),
    confirmAppointments: inDirectory((tx, { caseId }) => confirmAppointments(tx, caseId)),
    relieveAppointments: inDirectory((tx, { caseId, surroundings }) =>
      relieveAppointments(tx, caseId, surroundings.today),
    ),
    writeSuggestion: withEvent(writeSuggestion),
    openFiling: { when: 'after-commit', run: (message) => openFiling(db, signals, message) },
    tellOfDeliberation: {
      when: 'after-commit',
      run: (message) => followers.tell('proposal.left-deliberation', message),
    },
    cancelFiling: { when: 'after-commit', run: (message) => cancelFiling(db, signals, message) },
  };
}

/** The posts are filled: from here on the directory speaks, and the proposal neither holds nor counts any more. */
async function appoint(tx: Tx, step: Step): Promise<void> {
  const { decidedOn, items } = contextOf(step);
  if (!decidedOn) throw new Error(`proposal ${step.caseId} is appointed without a decision`);
  await writeAppointments(tx, { proposal: step.caseId, decisionDay: decidedOn, changes: items });
  await releasePosts(tx, step.caseId);
}

/** A crash before this leaves the message waiting; carried out twice, it opens one filing. */
async function openFiling(db: Db, signals: SignalCase, message: OutboxMessage): Promise<void> {
  const text = 'SELECT unit_id AS "unitId" FROM proposal WHERE id = $1';
  const { rows } = await db.query<{ unitId: number }>('proposal.unit-of', text, [message.caseId]);
  if (!rows[0]) throw new Error(`proposal ${message.caseId} has gone`);
  const payload = { ...message.params, proposal: message.caseId };
  await signals.begin(message, { workflow: 'filing', unitId: rows[0].unitId, payload });
}

async function cancelFiling(db: Db, signals: SignalCase, message: OutboxMessage): Promise<void> {
  const text = 'SELECT id FROM filing WHERE proposal_id = $1 AND NOT done';
  const { rows } = await db.query<{ id: number }>('proposal.open-filing', text, [message.caseId]);
  for (const { id: caseId } of rows) {
    await signals.send(message, { workflow: 'filing', caseId, type: 'CANCEL', payload: {} });
  }
}
