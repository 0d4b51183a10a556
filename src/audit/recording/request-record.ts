import type { Request } from 'express';
import { type AccessRule, type CallerRequest, requestIdOf } from '../../platform/index.js';
import { type Act, type AuditRule, type RequestTrace, sm3 } from '../../platform/audit/index.js';

/** As much of a caller as the audit looks at. */
export interface RecordedCaller {
  userId: number;
  /** Own grants first. */
  grants: readonly { role: string; unitPath: string; onBehalfOf?: number }[];
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const LONGEST_ID = 200;
const TERMINAL_LENGTH = 16;

/** One HTTP request on its way through the product, as the audit sees it. */
export class RequestRecord implements RequestTrace {
  readonly requestId: string;
  readonly address: string | null;
  readonly terminal: string | null;
  readonly told: Partial<Act> = {};
  recorded = 0;
  /** The guards have let it through: the interceptor sees what becomes of it. */
  isAdmitted = false;
  private access: AccessRule | undefined;
  private rule: AuditRule | undefined;

  constructor(private readonly request: Request) {
    const browser = request.header('user-agent');
    this.requestId = requestIdOf(request);
    // The database knows addresses, not the interfaces of this machine.
    this.address = request.ip?.split('%')[0] ?? null;
    this.terminal = browser === undefined ? null : sm3(browser).slice(0, TERMINAL_LENGTH);
  }

  admit(access: AccessRule | undefined, rule: AuditRule | undefined): void {
    this.isAdmitted = true;
    this.access = access;
    this.rule = rule;
  }

  get isSafe(): boolean {
    return SAFE_METHODS.has(this.request.method);
  }

  /** Express knows the route from the moment it hands the request to it; without one there was nothing to do. */
  get route(): string | undefined {
    return (this.request.route as { path?: string } | undefined)?.path;
  }

  get records(): AuditRule['records'] {
    if (this.rule !== undefined) return this.rule.records;
    if (!this.isSafe) return 'change';
    return this.access === undefined || this.access.scope === 'none' ? 'nothing' : 'read';
  }

  base(): Partial<Act> {
    const event = this.rule?.records === 'nothing' ? undefined : this.rule?.event;
    return {
      ...this.actor(),
      event: event ?? (this.records === 'change' ? 'change' : 'read'),
      objectType: /^\/api\/v\d+\/([^/]+)/.exec(this.route ?? '')?.[1] ?? 'product',
      objectId: idIn(this.request.params),
      action: `${this.request.method} ${this.route ?? ''}`,
    };
  }

  /** In the capacity that opens this route, own before borrowed; which one a case took, the engine tells. */
  private actor(): Pick<Act, 'actorId' | 'role' | 'unitPath' | 'onBehalfOf'> {
    const caller = (this.request as CallerRequest).caller as RecordedCaller | undefined;
    if (caller === undefined) return { actorId: null, role: null, unitPath: null, onBehalfOf: null };
    const roles = this.access?.roles;
    const fitting = Array.isArray(roles) ? caller.grants.find(({ role }) => roles.includes(role)) : undefined;
    const grant = fitting ?? caller.grants[0];
    return {
      actorId: caller.userId,
      role: grant?.role ?? null,
      unitPath: grant?.unitPath ?? null,
      onBehalfOf: grant?.onBehalfOf ?? null,
    };
  }
}

// Zero bytes are the one thing that PostgreSQL cannot store as text.
function idIn(params: Request['params']): string | null {
  const id = Object.values(params).map(String).join('/').replaceAll('\0', '').slice(0, LONGEST_ID);
  return id === '' ? null : id;
}
