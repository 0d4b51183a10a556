import { Controller, Get, Header, Inject, Param, Redirect, Res } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, refuse } from '../platform/index.js';
import { ApiDocument } from './api-document.js';
import { DOCS_HTML, DOCS_POLICY, DOCS_SCRIPT, SWAGGER_UI_FILES, SWAGGER_UI_FOLDER } from './docs-page.js';

@ApiExcludeController()
@Controller()
@Access({ roles: 'public', scope: 'none', why: 'the description of the API holds no data' })
export class OpenApiController {
  constructor(@Inject(ApiDocument) private readonly document: ApiDocument) {}

  @Get()
  @Redirect('/api/docs', 302)
  home(): void {}

  @Get('api/openapi.json')
  read(): OpenAPIObject {
    return this.document.get();
  }

  @Get('api/docs')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', DOCS_POLICY)
  page(): string {
    return DOCS_HTML;
  }

  @Get('api/docs/start.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  script(): string {
    return DOCS_SCRIPT;
  }

  @Get('api/docs/:file')
  file(@Param('file') file: string, @Res() response: Response): void {
    if (!SWAGGER_UI_FILES.has(file)) refuse('NOT_FOUND');
    response.setHeader('Cache-Control', 'public, max-age=3600');
    response.sendFile(file, { root: SWAGGER_UI_FOLDER, cacheControl: false });
  }
}
