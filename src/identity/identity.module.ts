import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Config } from '../platform/index.js';
import { AccessCheck } from './access-check.js';
import { AccessGuard } from './access.guard.js';
import { ColleaguesController } from './colleagues.controller.js';
import { ColleagueQueries } from './colleagues.query.js';
import { CredentialsService } from './credentials.service.js';
import { DelegationQueries } from './delegation.queries.js';
import { DelegationsController } from './delegations.controller.js';
import { DelegationsService } from './delegations.service.js';
import { DownloadGrants } from './downloads/download-grants.js';
import { DownloadsController } from './downloads/downloads.controller.js';
import { CasService } from './external/cas.service.js';
import { ExternalAccountsService } from './external/external-accounts.service.js';
import { ExternalController } from './external/external.controller.js';
import { Gateway } from './external/gateway.js';
import { OidcService } from './external/oidc.service.js';
import { SignInRound } from './external/sign-in-round.js';
import { GrantableUnitsController } from './grantable-units.controller.js';
import { GrantsService } from './grants.service.js';
import { IdentitySettings, settingsFrom } from './identity.settings.js';
import { InstallNote } from './install/install-note.js';
import { OpenSessions } from './open-sessions.js';
import { OpenSessionsController } from './open-sessions.controller.js';
import { RateLimiter } from './rate-limiter.js';
import { SampleAccountCheck } from './sample-account-check.js';
import { SampleSignIns } from './sample-sign-ins.js';
import { EnrolmentController } from './second-factor/enrolment.controller.js';
import { PasskeysService } from './second-factor/passkeys.service.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import { TotpService } from './second-factor/totp.service.js';
import { SecretBox } from './secret-box.js';
import { SessionController } from './session.controller.js';
import { SessionPresenter } from './session-presenter.js';
import { SessionStore } from './session.store.js';
import { SignInService } from './sign-in.service.js';
import { UserQueries } from './user.queries.js';
import { UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';
import { Visits } from './visits.js';

const SIGNING_IN = [
  CredentialsService,
  DownloadGrants,
  RateLimiter,
  SecretBox,
  SessionPresenter,
  SessionStore,
  SignInService,
  Visits,
];
const SECOND_FACTOR = [PasskeysService, SecondFactorService, TotpService];
const EXTERNAL = [CasService, ExternalAccountsService, Gateway, OidcService, SignInRound];
const PEOPLE = [
  ColleagueQueries,
  DelegationQueries,
  DelegationsService,
  GrantsService,
  OpenSessions,
  UserQueries,
  UsersService,
];

@Module({
  imports: [DiscoveryModule],
  controllers: [
    SessionController,
    OpenSessionsController,
    SecondFactorController,
    EnrolmentController,
    ExternalController,
    UsersController,
    DelegationsController,
    ColleaguesController,
    DownloadsController,
    GrantableUnitsController,
  ],
  providers: [
    { provide: IdentitySettings, useFactory: settingsFrom, inject: [Config] },
    { provide: APP_GUARD, useClass: AccessGuard },
    AccessCheck,
    InstallNote,
    SampleAccountCheck,
    SampleSignIns,
    ...SIGNING_IN,
    ...SECOND_FACTOR,
    ...EXTERNAL,
    ...PEOPLE,
  ],
  exports: [AccessCheck, SecretBox, Visits],
})
export class IdentityModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(Gateway).forRoutes('*path');
  }
}
