import { SetMetadata } from '@nestjs/common';

/**
 * What a session still lacks before it may be used: the second factor, a new password (too old, or chosen by somebody
 * else), or a second factor to be set up because a role of the caller requires one.
 */
export type Due = 'second-factor' | 'password' | 'enrolment';

const WHILE_DUE = 'identity:while-due';

/** Marks a route that may be called while something of the named kinds is due; every other route must wait. */
export const WhileDue = (...kinds: Due[]): MethodDecorator => SetMetadata(WHILE_DUE, kinds);

export const WHILE_DUE_METADATA = WHILE_DUE;
