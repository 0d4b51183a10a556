import { z } from 'zod';

const state = z.object({
  path: z.string().meta({ description: '环节，如 inSelection.publicNotice' }),
  label: z.string(),
  kind: z.enum(['start', 'step', 'passing', 'group', 'parallel', 'region', 'end']).meta({
    description:
      'start 起点，step 停留的环节，passing 不停留，group 含若干环节，parallel 同时进行，region 其中一支，end 终点',
  }),
  parent: z.string().nullable().meta({ description: '外层环节；最外层为空' }),
  initial: z.string().nullable().meta({ description: '从何处开始；内部不分环节时为空' }),
  deadlines: z.array(z.string()).meta({ description: '在此环节计算的时限' }),
});

const transition = z.object({
  from: z.string(),
  to: z.string(),
  event: z.string().meta({ description: '操作；自动流转时为空串' }),
  label: z.string(),
  roles: z.array(z.string()).meta({ description: '谁可以办理' }),
});

export const workflowView = z
  .object({
    name: z.string(),
    plural: z.string().meta({ description: '接口路径中的名称，如 filings' }),
    label: z.string(),
    revision: z.int().meta({ description: '流程版次' }),
    earlier: z.array(z.int()).meta({ description: '仍可查看的以前版次' }),
    states: z.array(state),
    transitions: z.array(transition),
  })
  .meta({ id: 'Workflow' });
export type WorkflowView = z.infer<typeof workflowView>;

export const workflowList = z.object({ items: z.array(workflowView) });
export type WorkflowList = z.infer<typeof workflowList>;

export const workflowName = z
  .string()
  .regex(/^[a-z][a-z_]*$/)
  .max(64)
  .meta({ description: '流程名称，如 proposal' });

export const revisionNumber = z.coerce.number().pipe(z.int().positive()).meta({ description: '流程版次' });
