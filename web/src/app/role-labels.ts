import { t } from '../ui/t.js';

export const ROLE_LABELS: Readonly<Record<string, string>> = {
  clerk: t('经办人'),
  leader: t('单位负责人'),
  reviewer: t('科室审核人'),
  chief: t('科长'),
  deputy: t('分管部长'),
  head: t('部长'),
  discipline: t('纪委监委'),
  establishment: t('编办'),
  admin: t('系统管理员（旧称）'),
  sysadmin: t('系统管理员'),
  secadmin: t('安全管理员'),
  auditadmin: t('审计管理员'),
  system: t('系统'),
};
