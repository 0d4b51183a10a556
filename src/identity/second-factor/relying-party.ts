import type { Request } from 'express';
import type { Config } from '../../platform/index.js';
import { refuse } from '../identity.refusals.js';

/** The website a passkey belongs to. */
export interface RelyingParty {
  origin: string;
  /** Its host name. */
  id: string;
}

/**
 * Where the product is reached: as configured. The sample profile, which is opened under whatever name the machine has,
 * believes the request.
 * @refuses PASSKEYS_NOT_AVAILABLE
 */
export function relyingPartyOf(config: Config, request: Pick<Request, 'header' | 'protocol'>): RelyingParty {
  const origin =
    config.publicOrigin ?? (config.isSample ? `${request.protocol}://${request.header('host')}` : undefined);
  if (origin === undefined || !URL.canParse(origin)) refuse('PASSKEYS_NOT_AVAILABLE');
  return { origin, id: new URL(origin).hostname };
}
