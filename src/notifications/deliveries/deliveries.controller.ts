import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SYSTEM_DUTY } from '../../identity/index.js';
import { Access } from '../../platform/index.js';
import { DeliveriesService } from './deliveries.service.js';
import {
  deliveryId,
  type DeliveryPage,
  deliveryPage,
  type DeliveryQuery,
  deliveryQuery,
  type DeliveryView,
  deliveryView,
} from './delivery.dto.js';

/** Messages to the outside that wait, have failed, or were given up. */
@ApiTags('channels 外发渠道')
@Controller('api/v1/deliveries')
@Access({ roles: SYSTEM_DUTY, scope: 'global' })
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Get()
  @ApiOperation({ summary: '外发消息：待发、失败待重试、已停止重试' })
  @ApiOkResponse({ standardSchema: deliveryPage })
  page(@Query({ schema: deliveryQuery }) query: DeliveryQuery): Promise<DeliveryPage> {
    return this.deliveries.page(query);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ApiOperation({ summary: '重新发送' })
  @ApiOkResponse({ standardSchema: deliveryView })
  retry(@Param('id', { schema: deliveryId }) id: number): Promise<DeliveryView> {
    return this.deliveries.retry(id);
  }
}
