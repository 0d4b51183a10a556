import type { Day } from '../../../machines/rules/index.js';
import { dotted, type TaskRow } from './rows.js';

type TaskText = Pick<TaskRow, '任务编码' | '任务名称' | '适用类别' | '计数规则' | '数值' | '年龄口径' | '年龄'> &
  Partial<TaskRow>;

const TASKS: readonly TaskText[] = [
  {
    任务编码: 'CITY_DEPT_TEAM',
    任务名称: '市直党政工作部门领导班子配备40岁以下干部',
    适用类别: '市直党政工作部门',
    计数规则: '至少',
    数值: '1',
    年龄口径: '以下',
    年龄: '40',
  },
  {
    任务编码: 'CITY_OTHER_RATIO',
    任务名称: '市直其他单位领导班子40岁以下干部占比',
    适用类别: '市直其他单位',
    计数规则: '占比向上取整',
    数值: '15%',
    基数: '实配人数',
    年龄口径: '以下',
    年龄: '40',
  },
  {
    任务编码: 'COUNTY_PARTYGOV',
    任务名称: '旗县区党政班子配备35岁左右干部',
    适用类别: '旗县区',
    计数规则: '至少',
    数值: '1',
    年龄口径: '左右',
    年龄: '35',
  },
  {
    任务编码: 'COUNTY_DEPT_TEAM',
    任务名称: '旗县区党政工作部门班子配备35岁左右干部',
    适用类别: '旗县区党政工作部门',
    计数规则: '至少',
    数值: '1',
    年龄口径: '左右',
    年龄: '35',
  },
  {
    任务编码: 'COUNTY_DEPT_RATIO',
    任务名称: '旗县区其他单位班子35岁左右干部占比',
    适用类别: '旗县区其他单位',
    计数规则: '占比向上取整',
    数值: '15%',
    基数: '实配人数',
    年龄口径: '左右',
    年龄: '35',
  },
  {
    任务编码: 'TOWN_PRINCIPAL',
    任务名称: '苏木乡镇街道党政正职35岁以下干部占比',
    适用类别: '苏木乡镇街道',
    计数规则: '占比向上取整',
    数值: '15%',
    年龄口径: '以下',
    年龄: '35',
    正职限定: '是',
    嵌套职务名称含: '书记',
    嵌套占比: '1/3',
  },
  {
    任务编码: 'TOWN_MEMBER',
    任务名称: '苏木乡镇街道班子成员35岁以下干部占比',
    适用类别: '苏木乡镇街道',
    计数规则: '占比向上取整',
    数值: '30%',
    年龄口径: '以下',
    年龄: '35',
  },
  {
    任务编码: 'TOWN_MEMBER_30',
    任务名称: '每个苏木乡镇街道配备30岁以下干部',
    适用类别: '苏木乡镇街道',
    计数规则: '至少',
    数值: '1',
    年龄口径: '以下',
    年龄: '30',
  },
];

/** The targets of the generated city: published ones of other places, and one set for a single team. */
export function sampleTasks(today: Day, singleTeam: { code: string; name: string }): TaskRow[] {
  const single: TaskText = {
    任务编码: `SINGLE_${singleTeam.code.replace('-', '_')}`,
    任务名称: `${singleTeam.name}配备40岁以下干部2名`,
    适用类别: singleTeam.code,
    计数规则: '至少',
    数值: '2',
    年龄口径: '不满',
    年龄: '40',
  };
  const rest: Omit<TaskRow, keyof TaskText> &
    Pick<TaskRow, '基数' | '正职限定' | '完成时限' | '嵌套职务名称含' | '嵌套占比'> = {
    基数: '核定职数',
    正职限定: '否',
    完成时限: dotted(`${Number(today.slice(0, 4)) + 1}-12-31`),
    嵌套职务名称含: '',
    嵌套占比: '',
  };
  return [...TASKS, single].map((task) => ({ ...rest, ...task }));
}
