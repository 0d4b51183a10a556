import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../engine/index.js';
import { Access, CurrentCaller } from '../../platform/index.js';
import { type PreferenceBody, preferenceBody } from './preference.dto.js';
import { PreferencesService } from './preferences.service.js';

/** What whoever asks wants to be told outside the product, administrators too. */
@ApiTags('inbox 待办')
@Controller('api/v1/notification-preferences')
@Access({ roles: 'signed-in', scope: 'none' })
export class PreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Get()
  @ApiOperation({ summary: '本人的外发通知设置；未设置时不外发' })
  @ApiOkResponse({ standardSchema: preferenceBody })
  get(@CurrentCaller() caller: Caller): Promise<PreferenceBody> {
    return this.preferences.get(caller);
  }

  @Put()
  @ApiOperation({ summary: '保存本人的外发通知设置' })
  @ApiOkResponse({ standardSchema: preferenceBody })
  set(
    @Body({ schema: preferenceBody }) body: PreferenceBody,
    @CurrentCaller() caller: Caller,
  ): Promise<PreferenceBody> {
    return this.preferences.set(body, caller);
  }
}
