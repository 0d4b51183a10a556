import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Access } from '../access.js';
import { Metrics } from './metrics.js';

@Controller('metrics')
@Access({ roles: 'public', scope: 'none', why: 'asked by monitoring, which has no account' })
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  async read(@Res() response: Response): Promise<void> {
    response.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}
