import { z } from 'zod';
import { plainText } from './plain-text.js';
import { GRANTABLE_ROLES } from './roles.js';

// Longer ones are nobody's, and would only keep the processor busy.
const secret = z.string().min(1).max(200);

export const signInBody = z.object({ username: plainText(1, 64), password: secret }).meta({ id: 'SignIn' });
export type SignInBody = z.infer<typeof signInBody>;

export const changePasswordBody = z.object({ current: secret, next: secret }).meta({ id: 'ChangePassword' });
export type ChangePasswordBody = z.infer<typeof changePasswordBody>;

export const roleView = z
  .object({
    role: z.enum(GRANTABLE_ROLES),
    unit: z.object({ code: z.string(), name: z.string() }).nullable().meta({ description: 'null: the whole tree' }),
  })
  .meta({ id: 'RoleView' });
export type RoleView = z.infer<typeof roleView>;

const person = z.object({ id: z.number().int(), username: z.string(), displayName: z.string() });

export const sessionView = z
  .object({
    user: person,
    roles: z.array(roleView).meta({ description: 'own roles in force today' }),
    standsInFor: z
      .array(z.object({ user: person, roles: z.array(roleView) }))
      .meta({ description: 'absent colleagues whose roles the caller may use today' }),
    profile: z.enum(['sample', 'production']),
    due: z
      .array(z.enum(['second-factor', 'password', 'enrolment']))
      .meta({ description: 'what is still asked for before anything else is allowed' }),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof sessionView>;

export const openSessionView = z
  .object({
    id: z.number().int(),
    createdAt: z.string(),
    lastSeenAt: z.string(),
    expiresAt: z.string(),
    address: z.string().nullable(),
    terminal: z.string().nullable(),
    isThisOne: z.boolean(),
  })
  .meta({ id: 'OpenSession' });
export type OpenSessionView = z.infer<typeof openSessionView>;

export const openSessionList = z.object({ sessions: z.array(openSessionView) }).meta({ id: 'OpenSessionList' });
export type OpenSessionList = z.infer<typeof openSessionList>;
