import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Access, Config } from '../../platform/index.js';
import type { Visit } from '../caller.query.js';
import { WhileDue } from '../due.js';
import { rowId } from '../user.dto.js';
import { CurrentVisit, requireFresh } from '../visit.js';
import { PasskeysService } from './passkeys.service.js';
import { relyingPartyOf } from './relying-party.js';
import {
  type CodeBody,
  type NewPasskeyBody,
  type NewTotp,
  type PasskeyOptions,
  type RecoveryCodes,
  type SecondFactorsView,
  codeBody,
  newPasskeyBody,
  newTotp,
  passkeyOptions,
  recoveryCodes,
  secondFactorsView,
} from './second-factor.dto.js';
import { SecondFactorService } from './second-factor.service.js';
import { TotpService } from './totp.service.js';

/** Setting up and removing one's own second factors, soon after having signed in. */
@ApiTags('session 登录')
@Controller('api/v1/session/second-factors')
@Access({ roles: 'signed-in', scope: 'none' })
export class EnrolmentController {
  constructor(
    @Inject(SecondFactorService) private readonly secondFactor: SecondFactorService,
    @Inject(TotpService) private readonly totp: TotpService,
    @Inject(PasskeysService) private readonly passkeys: PasskeysService,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get()
  @WhileDue('password', 'enrolment')
  @ApiOperation({ summary: '本人的第二因素' })
  @ApiOkResponse({ standardSchema: secondFactorsView })
  list(@CurrentVisit() { caller }: Visit): Promise<SecondFactorsView> {
    return this.secondFactor.list(caller.userId);
  }

  @Post('totp')
  @WhileDue('password', 'enrolment')
  @ApiOperation({ summary: '登记验证器：取密钥', description: 'Counts once its first code has been confirmed.' })
  @ApiCreatedResponse({ standardSchema: newTotp })
  beginTotp(@CurrentVisit() visit: Visit): Promise<NewTotp> {
    requireFresh(visit);
    return this.totp.begin(visit.caller);
  }

  @Post('totp/confirm')
  @WhileDue('password', 'enrolment')
  @ApiOperation({ summary: '登记验证器：确认', description: 'The recovery codes are shown this once.' })
  @ApiCreatedResponse({ standardSchema: recoveryCodes })
  async confirmTotp(
    @CurrentVisit() visit: Visit,
    @Body({ schema: codeBody }) { code }: CodeBody,
  ): Promise<RecoveryCodes> {
    requireFresh(visit);
    return { recoveryCodes: await this.totp.confirm(visit.caller, code) };
  }

  @Delete('totp')
  @HttpCode(204)
  @ApiOperation({ summary: '移除验证器' })
  @ApiNoContentResponse()
  async removeTotp(@CurrentVisit() visit: Visit): Promise<void> {
    requireFresh(visit);
    await this.totp.remove(visit.caller.userId, visit.caller.userId);
  }

  @Post('passkeys/options')
  @WhileDue('password', 'enrolment')
  @ApiOperation({ summary: '登记通行密钥：取挑战值' })
  @ApiCreatedResponse({ standardSchema: passkeyOptions })
  beginPasskey(@CurrentVisit() visit: Visit, @Req() request: Request): Promise<PasskeyOptions> {
    requireFresh(visit);
    return this.passkeys.beginRegistration(visit.caller, visit.sessionId, relyingPartyOf(this.config, request));
  }

  @Post('passkeys')
  @WhileDue('password', 'enrolment')
  @ApiOperation({ summary: '登记通行密钥' })
  @ApiCreatedResponse({ standardSchema: secondFactorsView })
  async addPasskey(
    @CurrentVisit() visit: Visit,
    @Body({ schema: newPasskeyBody }) body: NewPasskeyBody,
    @Req() request: Request,
  ): Promise<SecondFactorsView> {
    requireFresh(visit);
    await this.passkeys.register(visit.caller, visit.sessionId, relyingPartyOf(this.config, request), body);
    return this.secondFactor.list(visit.caller.userId);
  }

  @Delete('passkeys/:id')
  @HttpCode(204)
  @ApiOperation({ summary: '移除通行密钥' })
  @ApiNoContentResponse()
  async removePasskey(@CurrentVisit() visit: Visit, @Param('id', { schema: rowId }) id: number): Promise<void> {
    requireFresh(visit);
    await this.passkeys.remove(visit.caller.userId, id);
  }
}
