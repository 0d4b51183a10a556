import type { UNIT_KINDS } from '../../../machines/rules/index.js';

/**
 * The generated city as the rows of the city workbook: codes and texts exactly as a person would type them (contract §1).
 * An empty cell is ''.
 */
export interface SampleCity {
  units: UnitRow[];
  teams: TeamRow[];
  posts: PostRow[];
  cadres: CadreRow[];
  appointments: AppointmentRow[];
  tasks: TaskRow[];
}

export type UnitKindLabel = (typeof UNIT_KINDS)[keyof typeof UNIT_KINDS];

// Type aliases, not interfaces: only they can be handed on as plain rows of texts by header.
export type UnitRow = {
  单位编码: string;
  单位名称: string;
  上级单位编码: string;
  单位类别: UnitKindLabel;
};

export type TeamRow = {
  班子编码: string;
  单位编码: string;
  班子名称: string;
  班子层级: '县处级' | '乡科级';
  核定正职数: string;
  核定副职数: string;
};

export type PostRow = {
  职位编码: string;
  班子编码: string;
  职务名称: string;
  职务层次: '正处' | '副处' | '正科' | '副科';
  正副: '正职' | '副职';
};

export type CadreRow = {
  干部编号: string;
  姓名: string;
  性别: '男' | '女';
  民族: string;
  出生年月: string;
  身份证号: string;
  政治面貌: string;
  参加工作时间: string;
  入党时间: string;
  全日制学历: string;
  在职学历: string;
  职级: string;
  任现职级时间: string;
  所在单位编码: string;
};

export type AppointmentRow = {
  干部编号: string;
  职位编码: string;
  任职时间: string;
  免职时间: string;
  占职数: '是' | '否';
  任职方式: '任职' | '试用期' | '挂职' | '兼任';
};

export type TaskRow = {
  任务编码: string;
  任务名称: string;
  适用类别: string;
  计数规则: '至少' | '占比向上取整';
  数值: string;
  基数: '核定职数' | '实配人数';
  年龄口径: '以下' | '左右' | '不满';
  年龄: string;
  正职限定: '是' | '否';
  完成时限: string;
  嵌套职务名称含: string;
  嵌套占比: string;
};

/** `1986-09` as the workbook writes it: `1986.09`. */
export function dotted(date: string): string {
  return date.replaceAll('-', '.');
}
