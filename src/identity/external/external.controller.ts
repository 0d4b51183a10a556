import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiFoundResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AuditedChange } from '../../platform/audit/index.js';
import { Access, CurrentCaller } from '../../platform/index.js';
import type { Caller } from '../caller.js';
import type { Visit } from '../caller.query.js';
import { WhileDue } from '../due.js';
import { refuse } from '../identity.refusals.js';
import { SYSTEM_DUTY } from '../roles.js';
import { type SessionView, sessionView } from '../session.dto.js';
import { SessionPresenter } from '../session-presenter.js';
import { originOf } from '../session-token.js';
import { SignInLimitGuard } from '../sign-in-limit.guard.js';
import { rowId } from '../user.dto.js';
import { CurrentVisit, requireFresh } from '../visit.js';
import { CasService } from './cas.service.js';
import { ExternalAccountsService } from './external-accounts.service.js';
import { type CasAnswerQuery, type LinkBody, SIGNED_IN_PAGE, casAnswerQuery, linkBody } from './external.dto.js';
import type { ExternalPerson } from './external-person.js';
import { Gateway } from './gateway.js';
import { OidcService } from './oidc.service.js';
import { SignInPageFilter } from './sign-in-page.filter.js';
import { type Round, SignInRound } from './sign-in-round.js';

const PUBLIC = { roles: 'public', scope: 'none', why: 'signing in is how a session begins' } as const;

/** Signing in by the word of an identity provider, and whose word stands for which account. */
@ApiTags('session 登录')
@Controller('api/v1')
@UseFilters(SignInPageFilter)
export class ExternalController {
  constructor(
    @Inject(OidcService) private readonly oidc: OidcService,
    @Inject(CasService) private readonly cas: CasService,
    @Inject(Gateway) private readonly gateway: Gateway,
    @Inject(SignInRound) private readonly rounds: SignInRound,
    @Inject(ExternalAccountsService) private readonly accounts: ExternalAccountsService,
    @Inject(SessionPresenter) private readonly presenter: SessionPresenter,
  ) {}

  @Get('session/oidc')
  @Access(PUBLIC)
  @UseGuards(SignInLimitGuard)
  @ApiOperation({ summary: '统一认证（OIDC）登录' })
  @ApiFoundResponse({ description: 'to the identity provider' })
  async beginOidc(@Res() response: Response): Promise<void> {
    const { address, round } = await this.oidc.begin();
    await this.rounds.begin(response, round);
    response.redirect(address);
  }

  @Get('session/oidc/link')
  @Access({ roles: 'signed-in', scope: 'none' })
  @WhileDue('password')
  @ApiOperation({ summary: '把本人账户与统一认证（OIDC）身份关联' })
  @ApiFoundResponse({ description: 'to the identity provider' })
  async linkOidc(@CurrentVisit() visit: Visit, @Res() response: Response): Promise<void> {
    requireFresh(visit);
    const { address, round } = await this.oidc.begin();
    await this.rounds.begin(response, { ...round, linkTo: visit.caller.userId });
    response.redirect(address);
  }

  @Get('session/oidc/callback')
  @AuditedChange('sign-in')
  @Access(PUBLIC)
  @UseGuards(SignInLimitGuard)
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: '统一认证（OIDC）返回地址' })
  async finishOidc(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    const round = (await this.rounds.finish(request, response, 'oidc')) ?? refuse('EXTERNAL_SIGN_IN_FAILED');
    return this.open(round, await this.oidc.finish(request.originalUrl, round), request, response);
  }

  @Get('session/cas')
  @Access(PUBLIC)
  @UseGuards(SignInLimitGuard)
  @ApiOperation({ summary: '统一认证（CAS）登录' })
  @ApiFoundResponse({ description: 'to the CAS server' })
  async beginCas(@Res() response: Response): Promise<void> {
    const { address, round } = this.cas.begin();
    await this.rounds.begin(response, round);
    response.redirect(address);
  }

  @Get('session/cas/link')
  @Access({ roles: 'signed-in', scope: 'none' })
  @WhileDue('password')
  @ApiOperation({ summary: '把本人账户与统一认证（CAS）身份关联' })
  @ApiFoundResponse({ description: 'to the identity provider' })
  async linkCas(@CurrentVisit() visit: Visit, @Res() response: Response): Promise<void> {
    requireFresh(visit);
    const { address, round } = this.cas.begin();
    await this.rounds.begin(response, { ...round, linkTo: visit.caller.userId });
    response.redirect(address);
  }

  @Get('session/cas/callback')
  @AuditedChange('sign-in')
  @Access(PUBLIC)
  @UseGuards(SignInLimitGuard)
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: '统一认证（CAS）返回地址' })
  async finishCas(
    @Query({ schema: casAnswerQuery }) { ticket, state }: CasAnswerQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const round = (await this.rounds.finish(request, response, 'cas')) ?? refuse('EXTERNAL_SIGN_IN_FAILED');
    return this.open(round, await this.cas.finish(ticket, state, round), request, response);
  }

  @Post('session/gateway')
  @AuditedChange('sign-in')
  @Access(PUBLIC)
  @UseGuards(SignInLimitGuard)
  @ApiOperation({ summary: '经网关登录', description: 'Believes the header of a configured gateway alone.' })
  @ApiCreatedResponse({ standardSchema: sessionView })
  async signInByGateway(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SessionView> {
    const token = await this.accounts.signIn(this.gateway.personOf(request), originOf(request));
    return this.presenter.handOver(response, token);
  }

  @Post('users/:id/external-identities')
  @HttpCode(204)
  @Access({ roles: SYSTEM_DUTY, scope: 'global' })
  @ApiOperation({ summary: '关联统一认证身份' })
  @ApiNoContentResponse()
  link(
    @CurrentCaller() admin: Caller,
    @Param('id', { schema: rowId }) id: number,
    @Body({ schema: linkBody }) { way, subject }: LinkBody,
  ): Promise<void> {
    return this.accounts.link(admin, id, this[way].provider, subject);
  }

  @Delete('users/:id/external-identities/:way/:subject')
  @HttpCode(204)
  @Access({ roles: SYSTEM_DUTY, scope: 'global' })
  @ApiOperation({ summary: '解除统一认证身份', description: 'Ends every session of that user.' })
  @ApiNoContentResponse()
  unlink(
    @CurrentCaller() admin: Caller,
    @Param('id', { schema: rowId }) id: number,
    @Param('way', { schema: linkBody.shape.way }) way: LinkBody['way'],
    @Param('subject', { schema: linkBody.shape.subject }) subject: string,
  ): Promise<void> {
    return this.accounts.unlink(admin, id, this[way].provider, subject);
  }

  private async open({ linkTo }: Round, person: ExternalPerson, request: Request, response: Response): Promise<string> {
    if (linkTo !== undefined) await this.accounts.linkOwn(linkTo, person);
    const token = await this.accounts.signIn(person, originOf(request));
    this.presenter.setCookie(response, token);
    return SIGNED_IN_PAGE;
  }
}
