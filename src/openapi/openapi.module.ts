import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { ApiDocument } from './api-document.js';
import { OpenApiController } from './openapi.controller.js';

@Module({ imports: [IdentityModule], controllers: [OpenApiController], providers: [ApiDocument] })
export class OpenApiModule {}
