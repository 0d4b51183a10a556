import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../engine/index.js';
import { BUSINESS_ROLES } from '../../identity/index.js';
import { Access, CurrentCaller } from '../../platform/index.js';
import { type ViewsBody, viewsBody } from './saved-view.dto.js';
import { SavedViewsService } from './saved-views.service.js';

/** The desk's filters that whoever asks has kept under a name. */
@ApiTags('inbox 待办')
@Controller('api/v1/saved-views')
@Access({ roles: BUSINESS_ROLES, scope: 'none' })
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @Get()
  @ApiOperation({ summary: '本人保存的视图' })
  @ApiOkResponse({ standardSchema: viewsBody })
  get(@CurrentCaller() caller: Caller): Promise<ViewsBody> {
    return this.views.get(caller);
  }

  @Put()
  @ApiOperation({ summary: '保存本人的视图：以所送的为准，全部替换' })
  @ApiOkResponse({ standardSchema: viewsBody })
  set(@Body({ schema: viewsBody }) body: ViewsBody, @CurrentCaller() caller: Caller): Promise<ViewsBody> {
    return this.views.set(body, caller);
  }
}
