import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/index.js';
import { operationsView, type OperationsView } from './operations.dto.js';
import { OperationsService } from './operations.service.js';

/** For the person who keeps the product running. */
@ApiTags('operations 运行情况')
@Controller('api/v1/operations')
@Access({ roles: ['sysadmin', 'admin'], scope: 'global' })
export class OperationsController {
  constructor(private readonly operations: OperationsService) {}

  @Get()
  @ApiOperation({ summary: '队列、工作进程、到期提醒、待办后续与工作日历的情况' })
  @ApiOkResponse({ standardSchema: operationsView })
  read(): Promise<OperationsView> {
    return this.operations.read();
  }
}
