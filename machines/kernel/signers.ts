import { firstRefusal, refuse } from './define-workflow.js';
import { idsUnder, peopleOf } from './people.js';
import type { Actor, Context, EventPolicy, Refusal, Sender, WorkflowEvent } from './types.js';

/** 会签: all must agree. 加签: all must be heard, a disagreement is on record and does not stop the case. */
export type SignerKind = 'countersign' | 'added';

/** One person asked to sign a case. */
export type Signer = {
  user: number;
  kind: SignerKind;
  /** Those who asked: the person, and the colleague stood in for. */
  by: number[];
  /** null = not heard yet. */
  agree: boolean | null;
};

/** The part of a context that signatures need. */
export type SignerContext = { signers: Signer[] };

export type AddSignerPayload = { userIds: number[]; kind: SignerKind };
export type SignPayload = { agree: boolean; opinion?: string };
export type CancelSignerPayload = { userId: number };

/** Facts of ADD_SIGNER: ids among those asked for which no active account exists. */
export type AddSignerFacts = { unknownUsers: number[] };

/**
 * Who keeps a case waiting.
 *
 * @param context any workflow's context
 * @returns user ids not heard yet, and user ids who disagreed in a countersignature
 */
export function pendingSigners(context: Context): { waiting: number[]; disagreed: number[] } {
  const signers = (context as Partial<SignerContext>).signers ?? [];
  return {
    waiting: signers.filter((signer) => signer.agree === null).map((signer) => signer.user),
    disagreed: signers
      .filter((signer) => signer.kind === 'countersign' && signer.agree === false)
      .map((signer) => signer.user),
  };
}

/**
 * @refuses SIGNER_UNKNOWN - no active account of that id
 * @refuses ALREADY_A_SIGNER - the person has been asked before
 * @refuses SIGNER_MISSING - nobody named
 */
function canBeAsked(context: SignerContext, event: WorkflowEvent): Refusal | null {
  const { userIds } = event.payload as AddSignerPayload;
  const { unknownUsers } = event.facts as AddSignerFacts;
  if (userIds.length === 0) return refuse('SIGNER_MISSING');
  if (unknownUsers.length > 0) return refuse('SIGNER_UNKNOWN', { users: unknownUsers });
  const asked = userIds.filter((id, at) => userIds.indexOf(id) !== at || context.signers.some((s) => s.user === id));
  return asked.length > 0 ? refuse('ALREADY_A_SIGNER', { users: asked }) : null;
}

/**
 * @refuses NOT_A_SIGNER - the actor has not been asked to sign
 * @refuses ALREADY_SIGNED - the actor has signed
 */
function isAwaited(context: SignerContext, sender: Sender): Refusal | null {
  const own = ownSignature(context, sender);
  if (!own) return refuse('NOT_A_SIGNER');
  return own.agree === null ? null : refuse('ALREADY_SIGNED', { agree: own.agree });
}

/** @refuses OPINION_REQUIRED - a disagreement without a reason */
function isReasoned(_context: SignerContext, event: WorkflowEvent): Refusal | null {
  const { agree, opinion } = event.payload as SignPayload;
  return !agree && !opinion?.trim() ? refuse('OPINION_REQUIRED', { event: event.type }) : null;
}

/**
 * @refuses NOT_A_SIGNER - nobody has been asked to sign
 * @refuses NOT_THE_REQUESTER - only who asked for a signature can do without it
 */
function hasAsked({ signers }: SignerContext, { actor }: Sender): Refusal | null {
  if (signers.length === 0) return refuse('NOT_A_SIGNER');
  return signers.some((signer) => isAskedBy(signer, actor)) ? null : refuse('NOT_THE_REQUESTER');
}

/** @refuses NOT_A_SIGNER, NOT_THE_REQUESTER - the same of the person named */
function mayRelease({ signers }: SignerContext, event: WorkflowEvent): Refusal | null {
  const { userId } = event.payload as CancelSignerPayload;
  const signer = signers.find(({ user }) => user === userId);
  if (!signer) return refuse('NOT_A_SIGNER', { user: userId });
  return isAskedBy(signer, event.actor) ? null : refuse('NOT_THE_REQUESTER');
}

const isAskedBy = ({ by }: Signer, actor: Actor): boolean => by.some((id) => peopleOf(actor).includes(id));

/** @refuses SIGNER_IS_AUTHOR - a signature under one's own case says nothing */
const areOthers =
  (own: readonly string[]) =>
  (context: SignerContext, event: WorkflowEvent): Refusal | null => {
    const { userIds } = event.payload as AddSignerPayload;
    const authors = own.flatMap((key) => idsUnder(context as Context, key));
    const users = userIds.filter((id) => authors.includes(id));
    return users.length > 0 ? refuse('SIGNER_IS_AUTHOR', { users }) : null;
  };

/**
 * Checks that every workflow with signatures adds to its own.
 *
 * @param own keys of the context under which those stand whose case it is: they are not asked to sign it
 */
export const signerChecks = (own: readonly string[]) => ({
  signersCanBeAsked: firstRefusal(canBeAsked, areOthers(own)),
  signatureIsAwaited: firstRefusal(isAwaited, isReasoned),
  signerCanBeReleased: firstRefusal(hasAsked, mayRelease),
});

/** What of them can be said before anybody signs. */
export const SIGNER_FORESIGHT = { signatureIsAwaited: isAwaited, signerCanBeReleased: hasAsked };

/** What the three events do to the list of signers. */
export const SIGNER_CHANGES = {
  askSigners: ({ signers }: SignerContext, event: WorkflowEvent): SignerContext => {
    const { userIds, kind } = event.payload as AddSignerPayload;
    const by = peopleOf(event.actor);
    return { signers: [...signers, ...userIds.map((user): Signer => ({ user, kind, by, agree: null }))] };
  },
  recordSignature: (context: SignerContext, event: WorkflowEvent): SignerContext => {
    const own = ownSignature(context, event);
    const { agree } = event.payload as SignPayload;
    return { signers: context.signers.map((signer) => (signer === own ? { ...signer, agree } : signer)) };
  },
  releaseSigner: ({ signers }: SignerContext, event: WorkflowEvent): SignerContext => {
    const { userId } = event.payload as CancelSignerPayload;
    return { signers: signers.filter(({ user }) => user !== userId) };
  },
};

/** The three events as they stand in every state of a case that is not done. */
export const SIGNER_EVENTS = {
  ADD_SIGNER: { guard: 'signersCanBeAsked', actions: 'askSigners' },
  SIGN: { guard: 'signatureIsAwaited', actions: 'recordSignature' },
  CANCEL_SIGNER: { guard: 'signerCanBeReleased', actions: 'releaseSigner' },
} as const;

const ASKING: EventPolicy = { roles: ['reviewer', 'chief', 'deputy', 'head'], aside: true };

/**
 * Their policy rows: the department asks, anyone asked answers, except in his own case or for a colleague's signature in it.
 *
 * @param own as for `signerChecks`
 */
export const signerPolicy = (own: readonly string[]) => ({
  ADD_SIGNER: ASKING,
  SIGN: { roles: ['clerk', 'leader', 'reviewer', 'chief', 'deputy', 'head'], notBy: own } satisfies EventPolicy,
  CANCEL_SIGNER: ASKING,
});

export const SIGNER_LABELS = { ADD_SIGNER: '会签/加签', SIGN: '签署意见', CANCEL_SIGNER: '撤销会签/加签' } as const;

/** The signature awaited from the actor, or else from the colleague he stands in for; an open one before a given one. */
function ownSignature({ signers }: SignerContext, { actor }: Pick<Sender, 'actor'>): Signer | undefined {
  const own = signers.filter(({ user }) => peopleOf(actor).includes(user));
  return own.find(({ agree }) => agree === null) ?? own[0];
}
