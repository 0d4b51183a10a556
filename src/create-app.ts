import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule, type AppSettings } from './app.module.js';
import { InstallNote } from './identity/index.js';
import { configureHttp, onlyForMonitoring } from './platform/index.js';
import { serveDesk } from './web/index.js';

/** The whole product over one database, ready to listen. Tests and the server make it the same way. */
export async function createApp(settings: AppSettings, logger: LoggerService | false): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(settings), {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  const serves = settings.duties?.serves ?? true;
  if (!serves) app.use(onlyForMonitoring);
  configureHttp(app, settings.config);
  if (serves) serveDesk(app, settings.config, () => app.get(InstallNote, { strict: false }).isAwaited());
  return app;
}
