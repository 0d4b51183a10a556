import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentCaller } from '../../platform/index.js';
import type { Caller } from '../types.js';
import type { LoadedYear } from './calendar-load.js';
import {
  calendarQuery,
  calendarYear,
  calendarYearBody,
  type CalendarYearBody,
  type WorkingDaysQuery,
  workingDaysQuery,
} from './calendar.schema.js';
import { CalendarService, type CalendarView } from './calendar.service.js';
import { calendarView, loadedYearView, type WorkingDayView, workingDayView } from './calendar.views.js';

/** Which days people work: what every deadline is counted by. */
@ApiTags('calendar 工作日历')
@Controller('api/v1/calendar')
@Access({ roles: 'signed-in', scope: 'none' })
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get()
  @ApiOperation({ summary: '一年的放假与调休安排（默认今年）、出处与历次载入，以及日历载入到哪一天' })
  @ApiOkResponse({ standardSchema: calendarView })
  year(@Query({ schema: calendarQuery }) { year }: z.infer<typeof calendarQuery>): Promise<CalendarView> {
    return this.calendar.year(year);
  }

  @Get('working-days')
  @ApiOperation({ summary: '从某日起第若干个工作日是哪一天；超出已公布的年份时拒绝推算' })
  @ApiOkResponse({ standardSchema: workingDayView })
  async workingDays(
    @Query({ schema: workingDaysQuery }) { from, days, countStart }: WorkingDaysQuery,
  ): Promise<WorkingDayView> {
    const counted = { from, days, countStart: countStart === 'true' };
    return { ...counted, day: await this.calendar.workingDay(from, days, counted.countStart) };
  }

  @Put(':year')
  @Access({ roles: ['secadmin', 'chief'], scope: 'global' })
  @ApiOperation({
    summary: '载入一年的安排，也可直接提交 holiday-cn 的文件；在计的期限随即重算',
    description: '须逐年连续。重复载入同样的内容不产生新版本。上一年12月因本年安排而调整的日期可一并列入。',
  })
  @ApiOkResponse({ standardSchema: loadedYearView })
  load(
    @Param('year', { schema: calendarYear }) year: number,
    @Body({ schema: calendarYearBody }) body: CalendarYearBody,
    @CurrentCaller() caller: Caller,
  ): Promise<LoadedYear> {
    return this.calendar.load(year, body, caller);
  }
}
