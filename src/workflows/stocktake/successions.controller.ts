import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DEPARTMENT_SIDE } from '../../../machines/kernel/index.js';
import { Access } from '../../platform/index.js';
import {
  type SuccessionBody,
  successionBody,
  type SuccessionView,
  successionView,
  unitCode,
} from './successions.dto.js';
import { SuccessionsService } from './successions.service.js';

/** Who went over into whom, between rounds: kept by whoever keeps the whole directory. */
@ApiTags('stocktakes 季度摸底调度')
@Controller('api/v1/unit-successions')
@Access({ roles: DEPARTMENT_SIDE, scope: 'global' })
export class SuccessionsController {
  constructor(private readonly successions: SuccessionsService) {}

  @Get()
  @ApiOperation({ summary: '单位撤并沿革：原单位的历史计入哪个单位' })
  @ApiOkResponse({ standardSchema: z.array(successionView) })
  list(): Promise<SuccessionView[]> {
    return this.successions.list();
  }

  @Put(':predecessor')
  @Access({ roles: ['reviewer', 'chief'], scope: 'global' })
  @ApiOperation({ summary: '登记或更正一个单位的承接单位；此后的摸底调度、比较和预警按此承接，不重复计算' })
  @ApiOkResponse({ standardSchema: z.array(successionView) })
  set(
    @Param('predecessor', { schema: unitCode }) predecessor: string,
    @Body({ schema: successionBody }) body: SuccessionBody,
  ): Promise<SuccessionView[]> {
    return this.successions.set(predecessor, body);
  }
}
