import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Access, CurrentCaller } from '../platform/index.js';
import type { Caller } from './caller.js';
import type { Visit } from './caller.query.js';
import { WhileDue } from './due.js';
import {
  type ChangePasswordBody,
  type SessionView,
  type SignInBody,
  changePasswordBody,
  sessionView,
  signInBody,
} from './session.dto.js';
import { SessionPresenter } from './session-presenter.js';
import { originOf, tokenOf } from './session-token.js';
import { SessionStore } from './session.store.js';
import { SignInLimitGuard } from './sign-in-limit.guard.js';
import { SignInService } from './sign-in.service.js';
import { CurrentVisit } from './visit.js';

@ApiTags('session 登录')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    @Inject(SignInService) private readonly signIns: SignInService,
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(SessionPresenter) private readonly presenter: SessionPresenter,
  ) {}

  @Post()
  @Access({ roles: 'public', scope: 'none', why: 'signing in is how a session begins' })
  @UseGuards(SignInLimitGuard)
  @ApiOperation({
    summary: '登录',
    description:
      'Sets the session cookie `qingpei_session`. While `due` is not empty, the session serves for that alone.',
  })
  @ApiCreatedResponse({ standardSchema: sessionView })
  async signIn(
    @Body({ schema: signInBody }) { username, password }: SignInBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const token = await this.signIns.signIn(username, password, originOf(request));
    return this.presenter.handOver(response, token);
  }

  @Get()
  @Access({ roles: 'signed-in', scope: 'none' })
  @WhileDue('second-factor', 'password', 'enrolment')
  @ApiOperation({
    summary: '我是谁',
    description: 'The caller, own roles, and absent colleagues the caller stands in for.',
  })
  @ApiOkResponse({ standardSchema: sessionView })
  whoAmI(@CurrentVisit() visit: Visit): Promise<SessionView> {
    return this.presenter.show(visit);
  }

  @Delete()
  @HttpCode(204)
  @Access({ roles: 'signed-in', scope: 'none' })
  @WhileDue('second-factor', 'password', 'enrolment')
  @ApiOperation({ summary: '退出登录' })
  @ApiNoContentResponse()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = tokenOf(request);
    if (token !== null) await this.sessions.end(token);
    this.presenter.clearCookie(response);
  }

  @Post('password')
  @HttpCode(204)
  @Access({ roles: 'signed-in', scope: 'none' })
  @WhileDue('password', 'enrolment')
  @ApiOperation({ summary: '修改本人口令', description: 'Ends every other session of the caller.' })
  @ApiNoContentResponse()
  async changePassword(
    @CurrentCaller() caller: Caller,
    @Body({ schema: changePasswordBody }) { current, next }: ChangePasswordBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const token = await this.signIns.changePassword(caller, current, next, originOf(request));
    this.presenter.setCookie(response, token);
  }
}
