import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AuditedChange } from '../../platform/audit/index.js';
import { Access, Config, CurrentCaller } from '../../platform/index.js';
import type { Caller } from '../caller.js';
import type { Visit } from '../caller.query.js';
import { WhileDue } from '../due.js';
import { SECURITY_DUTY } from '../roles.js';
import { type SessionView, sessionView } from '../session.dto.js';
import { SessionPresenter } from '../session-presenter.js';
import { SignInLimitGuard } from '../sign-in-limit.guard.js';
import { rowId } from '../user.dto.js';
import { CurrentVisit } from '../visit.js';
import { PasskeysService } from './passkeys.service.js';
import { relyingPartyOf } from './relying-party.js';
import {
  type CodeBody,
  type PasskeyBody,
  type PasskeyOptions,
  codeBody,
  passkeyBody,
  passkeyOptions,
} from './second-factor.dto.js';
import { SecondFactorService } from './second-factor.service.js';
import { TotpService } from './totp.service.js';

/** The second step of signing in. */
@ApiTags('session 登录')
@Controller('api/v1')
export class SecondFactorController {
  constructor(
    @Inject(SecondFactorService) private readonly secondFactor: SecondFactorService,
    @Inject(TotpService) private readonly totp: TotpService,
    @Inject(PasskeysService) private readonly passkeys: PasskeysService,
    @Inject(SessionPresenter) private readonly presenter: SessionPresenter,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Post('session/second-factor')
  @AuditedChange('sign-in')
  @Access({ roles: 'signed-in', scope: 'none' })
  @WhileDue('second-factor', 'password')
  @UseGuards(SignInLimitGuard)
  @ApiOperation({ summary: '第二因素：验证器或恢复代码', description: 'The session goes on under a new cookie.' })
  @ApiCreatedResponse({ standardSchema: sessionView })
  async showCode(
    @CurrentVisit() { sessionId }: Visit,
    @Body({ schema: codeBody }) { code }: CodeBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const token = await this.secondFactor.complete(sessionId, (tx, userId) => this.totp.use(tx, userId, code));
    return this.presenter.handOver(response, token);
  }

  @Post('session/second-factor/passkey/options')
  @Access({ roles: 'signed-in', scope: 'none' })
  @WhileDue('second-factor', 'password')
  @ApiOperation({ summary: '第二因素：通行密钥，取挑战值' })
  @ApiCreatedResponse({ standardSchema: passkeyOptions })
  beginPasskey(@CurrentVisit() { caller, sessionId }: Visit, @Req() request: Request): Promise<PasskeyOptions> {
    return this.passkeys.beginAssertion(caller.userId, sessionId, relyingPartyOf(this.config, request));
  }

  @Post('session/second-factor/passkey')
  @AuditedChange('sign-in')
  @Access({ roles: 'signed-in', scope: 'none' })
  @WhileDue('second-factor', 'password')
  @UseGuards(SignInLimitGuard)
  @ApiOperation({ summary: '第二因素：通行密钥', description: 'The session goes on under a new cookie.' })
  @ApiCreatedResponse({ standardSchema: sessionView })
  async showPasskey(
    @CurrentVisit() { sessionId }: Visit,
    @Body({ schema: passkeyBody }) body: PasskeyBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const party = relyingPartyOf(this.config, request);
    const token = await this.secondFactor.complete(sessionId, (tx, userId) =>
      this.passkeys.use(tx, userId, sessionId, party, body),
    );
    return this.presenter.handOver(response, token);
  }

  @Delete('users/:id/second-factors')
  @HttpCode(204)
  @Access({ roles: SECURITY_DUTY, scope: 'global' })
  @ApiOperation({ summary: '清除某用户的第二因素', description: 'For somebody who lost them; ends every session.' })
  @ApiNoContentResponse()
  reset(@CurrentCaller() admin: Caller, @Param('id', { schema: rowId }) id: number): Promise<void> {
    return this.secondFactor.reset(admin, id);
  }
}
