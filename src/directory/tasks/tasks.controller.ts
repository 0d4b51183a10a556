import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  AGE_RULES,
  COUNT_RULES,
  percentText,
  type StaffingTask,
  TASK_BASES,
  UNIT_KINDS,
} from '../../../machines/rules/index.js';
import { Access, Db } from '../../platform/index.js';
import { day } from '../page.js';
import { DIRECTORY_READERS } from '../scope.js';
import { ratio } from '../staffing/staffing.dto.js';
import { loadTasks } from '../team-facts/index.js';

const taskView = z
  .object({
    code: z.string(),
    name: z.string(),
    appliesTo: z.union([z.object({ unitKind: z.string() }), z.object({ team: z.string() })]),
    appliesToLabel: z.string().meta({ description: '单位类别, or the 班子编码' }),
    rule: z.string(),
    quantity: z.number().int().nullable(),
    share: ratio.nullable(),
    base: z.string(),
    age: z.object({ rule: z.string(), years: z.number().int() }),
    principalOnly: z.boolean(),
    nested: z.object({ postNameIncludes: z.string(), share: ratio }).nullable(),
    dueBy: day.nullable(),
    sentence: z.string().meta({ description: 'the task in words' }),
  })
  .meta({ id: 'StaffingTask' });
type TaskView = z.infer<typeof taskView>;

const taskList = z.object({ items: z.array(taskView) }).meta({ id: 'StaffingTaskList' });

@ApiTags('staffing 配备台账')
@Controller('api/v1/tasks')
@Access({ roles: DIRECTORY_READERS, scope: 'unit', why: 'tasks are set for the whole city and name no person' })
export class TasksController {
  constructor(@Inject(Db) private readonly db: Db) {}

  @Get()
  @ApiOperation({ summary: '配备任务' })
  @ApiOkResponse({ standardSchema: taskList })
  async list(): Promise<z.infer<typeof taskList>> {
    return { items: (await loadTasks(this.db)).map(toView) };
  }
}

function toView({ nested, dueBy, ...task }: StaffingTask): TaskView {
  const appliesToLabel = 'team' in task.appliesTo ? task.appliesTo.team : UNIT_KINDS[task.appliesTo.unitKind];
  const byShare = task.rule === 'ratio-ceil';
  const asked = byShare ? `${TASK_BASES[task.base]}的${percentText(task.share)}` : `${task.quantity}名`;
  const who = `${task.principalOnly ? '正职' : '成员'}${task.age.years}岁${AGE_RULES[task.age.rule]}`;
  return {
    ...task,
    quantity: byShare ? null : task.quantity,
    share: byShare ? task.share : null,
    nested: nested ?? null,
    dueBy: dueBy ?? null,
    appliesToLabel,
    sentence: `${appliesToLabel}：${who}${COUNT_RULES[task.rule]}${asked}`,
  };
}
