import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Access } from '../access.js';
import { Liveness, type LivenessReport } from './liveness.js';
import { Readiness, type ReadinessReport } from './readiness.js';

/** For whoever watches the process: `live` says "do not restart me", `ready` says "send me requests". */
@Controller('health')
@Access({ roles: 'public', scope: 'none', why: 'asked by monitoring, which has no account' })
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly liveness: Liveness,
  ) {}

  @Get('live')
  live(@Res({ passthrough: true }) response: Response): LivenessReport {
    const report = this.liveness.report();
    response.status(report.live ? 200 : 503);
    return report;
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessReport> {
    const report = await this.readiness.report();
    response.status(report.ready ? 200 : 503);
    return report;
  }
}
