import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import {
  ACCESS_METADATA,
  type AccessRule,
  DOWNLOAD_METADATA,
  type DownloadRule,
  limitRequestTo,
  refuse,
} from '../platform/index.js';
import { describeAct } from '../platform/audit/index.js';
import { holdsRole, readablePaths } from './caller.js';
import { DownloadGrants, withoutGrant } from './downloads/download-grants.js';
import { type Due, WHILE_DUE_METADATA } from './due.js';
import { refuse as refuseSignIn } from './identity.refusals.js';
import { refuseTooMany } from './rate-limiter.js';
import { tokenOf } from './session-token.js';
import type { VisitRequest } from './visit.js';
import { Visits } from './visits.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Stands before every route: who is asking, and may they ask this at all, and which units' rows exist for them. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Visits) private readonly visits: Visits,
    @Inject(DownloadGrants) private readonly downloads: DownloadGrants,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_METADATA, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (rule === undefined)
      throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no access`);
    if (rule.roles === 'public') return true;
    const request = context.switchToHttp().getRequest<VisitRequest>();
    const visit = await this.visitOf(request, context.switchToHttp().getResponse<Response>());
    if (visit === null) refuse('NOT_SIGNED_IN');
    // Also for the record of what is refused below.
    request.caller = visit.caller;
    const tolerated = this.reflector.get<Due[] | undefined>(WHILE_DUE_METADATA, context.getHandler()) ?? [];
    const missing = visit.due.filter((due) => !tolerated.includes(due));
    if (missing.length > 0) refuseSignIn('SIGN_IN_UNFINISHED', { due: visit.due });
    if (rule.roles !== 'signed-in' && !holdsRole(visit.caller, rule.roles)) refuse('FORBIDDEN', { roles: rule.roles });
    const download = this.reflector.get<DownloadRule | undefined>(DOWNLOAD_METADATA, context.getHandler());
    if (download !== undefined) await this.useGrant(visit.sessionId, request, download);
    limitRequestTo(readablePaths(visit.caller));
    request.visit = visit;
    return true;
  }

  private async useGrant(sessionId: number, request: VisitRequest, { needsPurpose }: DownloadRule): Promise<void> {
    const { purpose } = await this.downloads.take(sessionId, request.originalUrl);
    // Express reads the query from here, after the guards: what is strict about its parameters may stay so.
    request.url = withoutGrant(request.url);
    if (needsPurpose && purpose === null) refuseSignIn('PURPOSE_REQUIRED');
    describeAct({ purpose });
  }

  private async visitOf(request: VisitRequest, response: Response) {
    const token = tokenOf(request);
    if (token === null) return null;
    if (SAFE_METHODS.has(request.method)) return this.visits.find(token);
    const { visit, retryAfterSeconds } = await this.visits.findCounted(token, request.ip ?? '');
    if (retryAfterSeconds !== null) refuseTooMany(response, retryAfterSeconds);
    return visit;
  }
}
