import { type CustomDecorator, SetMetadata } from '@nestjs/common';

/** How a route appears in the audit. */
export type AuditRule =
  { records: 'read'; event?: string } | { records: 'change'; event?: string } | { records: 'nothing'; why: string };

export const AUDIT_METADATA = 'qingpei:audit';

/** The route only reads, whatever its method, and each read of it is recorded before anything is answered. */
export const AuditedRead = (event = 'read'): CustomDecorator => SetMetadata(AUDIT_METADATA, { records: 'read', event });

/** The route changes something; its records carry this kind of event. */
export const AuditedChange = (event: string): CustomDecorator =>
  SetMetadata(AUDIT_METADATA, { records: 'change', event });

/** Reads of this route are not recorded: it shows no person. Without it every read within units or the installation is. */
export const UnauditedRead = (why: string): CustomDecorator => SetMetadata(AUDIT_METADATA, { records: 'nothing', why });
