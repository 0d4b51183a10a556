import { Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config/index.js';
import { beginRequest } from '../db/index.js';
import { ProblemFilter } from './problem.filter.js';
import { assignRequestId } from './request-id.js';
import { RequestGuard } from './request-guard.js';
import { validationPipe } from './validation.js';

const BODY_LIMIT = '1mb';

/** Everything that holds for every request. The application must be created with `bodyParser: false`. */
export function configureHttp(app: NestExpressApplication, config: Config): void {
  app.disable('x-powered-by');
  app.use(assignRequestId);
  app.use(securityHeaders(config));
  app.use('/api', forbidStoring);
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.use(beginRequest);
  app.useGlobalGuards(new RequestGuard(app.get(Reflector), config.publicOrigin));
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
}

// Nothing comes from elsewhere: the product runs on closed networks. Styles may be set by script, scripts may not be inline.
// The sample profile is opened as plain http, also from another machine: it must not be sent to https.
function securityHeaders(config: Config): ReturnType<typeof helmet> {
  const ownOnly = { fontSrc: ["'self'", 'data:'], styleSrc: ["'self'", "'unsafe-inline'"] };
  if (!config.isSample) return helmet({ contentSecurityPolicy: { directives: ownOnly } });
  return helmet({
    strictTransportSecurity: false,
    contentSecurityPolicy: { directives: { ...ownOnly, upgradeInsecureRequests: null } },
  });
}

// Answers hold personal data: no cache between us and the reader may keep them.
function forbidStoring(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}
