import type { AgeRule, CountRule, StaffingTask, TaskBase, UnitKind } from '../../../machines/rules/index.js';
import type { Reader } from '../reader.js';

interface TaskRow {
  code: string;
  name: string;
  unitKind: UnitKind | null;
  team: string | null;
  rule: CountRule;
  quantity: number | null;
  shareNum: number | null;
  shareDen: number | null;
  base: TaskBase;
  ageRule: AgeRule;
  ageYears: number;
  principalOnly: boolean;
  nestedPostName: string | null;
  nestedShareNum: number | null;
  nestedShareDen: number | null;
  dueBy: string | null;
}

const SELECT_TASKS = `
  SELECT task.code, task.name, task.unit_kind AS "unitKind", team.code AS team, task.rule, task.quantity,
    task.share_num AS "shareNum", task.share_den AS "shareDen", task.base, task.age_rule AS "ageRule",
    task.age_years AS "ageYears", task.principal_only AS "principalOnly", task.nested_post_name AS "nestedPostName",
    task.nested_share_num AS "nestedShareNum", task.nested_share_den AS "nestedShareDen", task.due_by AS "dueBy"
  FROM staffing_task task LEFT JOIN team ON team.id = task.team_id`;

/** Every staffing task of the city, by code. There are few: they are set by kind of unit. */
export async function loadTasks(q: Reader): Promise<StaffingTask[]> {
  const { rows } = await q.query<TaskRow>('directory.tasks', `${SELECT_TASKS} ORDER BY task.code`);
  return rows.map(toTask);
}

/** The tasks that apply to at least one of these teams, by code. */
export async function loadTasksFor(q: Reader, teamCodes: readonly string[]): Promise<StaffingTask[]> {
  const { rows } = await q.query<TaskRow>(
    'directory.tasks-of-teams',
    `${SELECT_TASKS}
     WHERE team.code = ANY($1) OR task.unit_kind IN (
       SELECT unit.kind FROM team touched JOIN unit ON unit.id = touched.unit_id WHERE touched.code = ANY($1))
     ORDER BY task.code`,
    [teamCodes],
  );
  return rows.map(toTask);
}

function toTask(row: TaskRow): StaffingTask {
  const task: StaffingTask = {
    code: row.code,
    name: row.name,
    appliesTo: scopeOf(row),
    rule: row.rule,
    quantity: row.quantity ?? 0,
    share: { num: row.shareNum ?? 0, den: row.shareDen ?? 1 },
    base: row.base,
    age: { rule: row.ageRule, years: row.ageYears },
    principalOnly: row.principalOnly,
  };
  if (row.nestedPostName !== null && row.nestedShareNum !== null && row.nestedShareDen !== null) {
    const share = { num: row.nestedShareNum, den: row.nestedShareDen };
    task.nested = { postNameIncludes: row.nestedPostName, share };
  }
  if (row.dueBy !== null) task.dueBy = row.dueBy;
  return task;
}

function scopeOf({ code, unitKind, team }: TaskRow): StaffingTask['appliesTo'] {
  if (unitKind !== null) return { unitKind };
  if (team !== null) return { team };
  throw new Error(`the task ${code} applies to nothing`);
}
