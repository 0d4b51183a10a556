import { z } from 'zod';
import { plainText } from './plain-text.js';

export const delegationBody = z
  .object({
    to: plainText(1, 64).meta({ description: 'user name of the person who stands in' }),
    from: plainText(1, 64).optional().meta({
      description: 'user name of the absent person: the caller when absent; another only by the security administrator',
    }),
    startsOn: z.iso.date(),
    endsOn: z.iso.date().meta({ description: 'last day on which it holds' }),
    reason: plainText(2, 200),
  })
  .meta({ id: 'NewDelegation' });
export type DelegationBody = z.infer<typeof delegationBody>;

const person = z.object({ id: z.number().int(), username: z.string(), displayName: z.string() });

export const delegationView = z
  .object({
    id: z.number().int(),
    from: person,
    to: person,
    startsOn: z.string(),
    endsOn: z.string(),
    reason: z.string(),
    createdAt: z.string(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'Delegation' });
export type DelegationView = z.infer<typeof delegationView>;

export const delegationQuery = z.object({
  before: z.coerce.number().int().positive().optional().meta({ description: 'id of the last delegation seen' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DelegationQuery = z.infer<typeof delegationQuery>;

export const delegationList = z
  .object({ delegations: z.array(delegationView), next: z.number().int().nullable() })
  .meta({ id: 'DelegationList' });
export type DelegationList = z.infer<typeof delegationList>;
