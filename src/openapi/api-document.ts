import { type INestApplication, Inject, Injectable } from '@nestjs/common';
import { ApplicationConfig, HttpAdapterHost, ModulesContainer } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { AccessCheck, SESSION_COOKIE } from '../identity/index.js';
import { Clock } from '../platform/index.js';
import { addAccess } from './add-access.js';
import { addExamples } from './add-examples.js';
import { operationExamples } from './examples.js';
import { PROBLEM_SCHEMA } from './problem-schema.js';

const CONFIG = new DocumentBuilder()
  .setTitle('青配 Qingpei')
  .setDescription(
    [
      '干部调整动议与备案。先调用 `POST /api/v1/session` 登录，之后的请求自动携带会话 Cookie。',
      '拒绝以 `application/problem+json` 返回，`code` 稳定不变，`detail` 为可读的句子。',
      '日期为 `YYYY-MM-DD`，月份为 `YYYY-MM`，时刻为带时区的 ISO 8601。',
    ].join('\n\n'),
  )
  .setVersion('1')
  .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE }, 'session')
  .build();

/** The OpenAPI document, made from the running application when it is first asked for. */
@Injectable()
export class ApiDocument {
  private made: { day: string; document: OpenAPIObject } | undefined;

  constructor(
    @Inject(AccessCheck) private readonly access: AccessCheck,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ModulesContainer) private readonly modules: ModulesContainer,
    @Inject(ApplicationConfig) private readonly config: ApplicationConfig,
    @Inject(HttpAdapterHost) private readonly adapter: HttpAdapterHost,
  ) {}

  get(): OpenAPIObject {
    const day = this.clock.today();
    if (this.made?.day !== day) this.made = { day, document: this.make(day) };
    return this.made.document;
  }

  private make(day: string): OpenAPIObject {
    const document = SwaggerModule.createDocument(this.application(), CONFIG);
    document.components = {
      ...document.components,
      schemas: { ...document.components?.schemas, Problem: PROBLEM_SCHEMA },
    };
    addAccess(document, this.access.routes());
    addExamples(document, operationExamples(day));
    return document;
  }

  // A provider cannot have the application it lives in, but it can have the three parts of it that the scanner reads.
  private application(): INestApplication {
    const parts = {
      container: { getModules: () => this.modules },
      config: this.config,
      getHttpAdapter: () => this.adapter.httpAdapter,
    };
    return parts as unknown as INestApplication;
  }
}
