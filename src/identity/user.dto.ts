import { z } from 'zod';
import { plainText } from './plain-text.js';
import { GRANTABLE_ROLES } from './roles.js';

const password = z.string().min(1).max(200);

export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{1,31}$/, { error: '用户名以字母开头，由 2 到 32 个小写字母、数字、点、横线或下划线组成' });

export const rowId = z.coerce.number().int().positive();

export const grantBody = z
  .object({
    role: z.enum(GRANTABLE_ROLES),
    unit: z
      .string()
      .min(1)
      .nullish()
      .meta({ description: '单位编码, with its subtree; absent or null: the whole tree' }),
    startsOn: z.iso.date().optional().meta({ description: 'today when absent' }),
    endsOn: z.iso.date().nullish().meta({ description: 'first day on which the grant no longer holds' }),
  })
  .meta({ id: 'NewGrant' });
export type GrantBody = z.infer<typeof grantBody>;

export const userBody = z
  .strictObject({ username, displayName: plainText(1, 40), password })
  .meta({ id: 'NewUser', description: 'The password serves for one sign-in. Roles are given separately.' });
export type UserBody = z.infer<typeof userBody>;

export const resetPasswordBody = z.object({ password }).meta({ id: 'ResetPassword' });
export type ResetPasswordBody = z.infer<typeof resetPasswordBody>;

export const userQuery = z.object({
  query: plainText(0, 40).optional().meta({ description: 'part of a user name or display name' }),
  after: z.coerce.number().int().nonnegative().default(0).meta({ description: 'id of the last user seen' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type UserQuery = z.infer<typeof userQuery>;

export const grantableUnitQuery = z.object({
  query: plainText(0, 40).optional().meta({ description: 'part of a code or name' }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type GrantableUnitQuery = z.infer<typeof grantableUnitQuery>;

export const grantableUnitList = z
  .object({ units: z.array(z.object({ code: z.string(), name: z.string() })) })
  .meta({ id: 'GrantableUnitList' });
export type GrantableUnitList = z.infer<typeof grantableUnitList>;

export const grantView = z
  .object({
    id: z.number().int(),
    role: z.enum(GRANTABLE_ROLES),
    unit: z.object({ code: z.string(), name: z.string() }).nullable(),
    startsOn: z.string(),
    endsOn: z.string().nullable(),
  })
  .meta({ id: 'Grant' });
export type GrantView = z.infer<typeof grantView>;

export const userView = z
  .object({
    id: z.number().int(),
    username: z.string(),
    displayName: z.string(),
    status: z.enum(['active', 'disabled']),
    secondFactor: z.boolean().meta({ description: 'has set one up' }),
    locked: z.boolean().meta({ description: 'refused for a while after failed sign-ins' }),
    grants: z.array(grantView),
  })
  .meta({ id: 'User' });
export type UserView = z.infer<typeof userView>;

export const userList = z
  .object({ users: z.array(userView), next: z.number().int().nullable() })
  .meta({ id: 'UserList' });
export type UserList = z.infer<typeof userList>;
