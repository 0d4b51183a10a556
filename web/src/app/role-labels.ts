export const ROLE_LABELS: Readonly<Record<string, string>> = {
  clerk: '经办人',
  leader: '单位负责人',
  reviewer: '科室审核人',
  chief: '科长',
  deputy: '分管部长',
  head: '部长',
  admin: '系统管理员',
  sysadmin: '系统管理员',
  secadmin: '安全管理员',
  auditadmin: '审计管理员',
  system: '系统',
};
