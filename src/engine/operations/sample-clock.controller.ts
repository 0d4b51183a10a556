import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access, Clock, MovableClock, refuse } from '../../platform/index.js';

const DAY_MS = 86_400_000;
const MOST_DAYS = 3_660;

const moveBody = z
  .strictObject({
    now: z.iso.datetime({ offset: true }).optional().meta({ description: '移到这一时刻' }),
    days: z.int().min(1).max(MOST_DAYS).optional().meta({ description: '向后移这么多天' }),
  })
  .refine(({ now, days }) => (now === undefined) !== (days === undefined), { error: '给出 now 或 days 之一' });
type MoveBody = z.infer<typeof moveBody>;

const clockView = z.object({ now: z.iso.datetime(), today: z.iso.date() });
type ClockView = z.infer<typeof clockView>;

/** Time of a sample city, which only goes forward. Production has no such route. */
@ApiTags('sample 示例城市')
@Controller('api/v1/sample/clock')
@Access({ roles: ['sysadmin', 'admin'], scope: 'global' })
export class SampleClockController {
  constructor(private readonly clock: Clock) {}

  @Get()
  @ApiOperation({ summary: '示例城市现在的时间' })
  @ApiOkResponse({ standardSchema: clockView })
  read(): ClockView {
    return { now: this.clock.now().toISOString(), today: this.clock.today() };
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: '把时间往前拨（只进不退）；各进程随即跟上，到期的提醒随即发出' })
  @ApiOkResponse({ standardSchema: clockView })
  async move(@Body({ schema: moveBody }) { now, days }: MoveBody): Promise<ClockView> {
    if (!(this.clock instanceof MovableClock)) return refuse('CLOCK_STANDS');
    const latest = MOST_DAYS * DAY_MS;
    const isMoved = await this.clock.moveAhead((from) => {
      const to = now === undefined ? new Date(from.getTime() + days! * DAY_MS) : new Date(now);
      return to.getTime() - from.getTime() > latest ? refuse('CLOCK_TOO_FAR', { days: MOST_DAYS }) : to;
    });
    return isMoved ? this.read() : refuse('CLOCK_GOES_FORWARD', { now: this.clock.now().toISOString() });
  }
}
