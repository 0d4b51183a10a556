import type { GrantableRole } from './roles.js';

/** Where a sample sign-in holds its role: in one unit with its subtree, in a second one, or everywhere. */
export type SamplePlace = 'unit' | 'other-unit' | 'whole-tree';

export interface SampleAccount {
  username: string;
  displayName: string;
  role: GrantableRole;
  place: SamplePlace;
}

/** The sample sign-ins; the second ones let four-eyes steps be tried out. */
export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = [
  { username: 'clerk', displayName: '示例经办人', role: 'clerk', place: 'unit' },
  { username: 'leader', displayName: '示例单位负责人', role: 'leader', place: 'unit' },
  { username: 'reviewer', displayName: '示例审核人', role: 'reviewer', place: 'whole-tree' },
  { username: 'chief', displayName: '示例科长', role: 'chief', place: 'whole-tree' },
  { username: 'deputy', displayName: '示例分管部长', role: 'deputy', place: 'whole-tree' },
  { username: 'head', displayName: '示例部长', role: 'head', place: 'whole-tree' },
  { username: 'discipline', displayName: '示例纪委监委', role: 'discipline', place: 'whole-tree' },
  { username: 'establishment', displayName: '示例编办', role: 'establishment', place: 'whole-tree' },
  { username: 'admin', displayName: '示例系统管理员（旧称）', role: 'admin', place: 'whole-tree' },
  { username: 'sysadmin', displayName: '示例系统管理员', role: 'sysadmin', place: 'whole-tree' },
  { username: 'secadmin', displayName: '示例安全管理员', role: 'secadmin', place: 'whole-tree' },
  { username: 'auditadmin', displayName: '示例审计管理员', role: 'auditadmin', place: 'whole-tree' },
  { username: 'clerk2', displayName: '示例经办人二', role: 'clerk', place: 'other-unit' },
  { username: 'leader2', displayName: '示例单位负责人二', role: 'leader', place: 'other-unit' },
  { username: 'reviewer2', displayName: '示例审核人二', role: 'reviewer', place: 'whole-tree' },
  { username: 'deputy2', displayName: '示例分管部长二', role: 'deputy', place: 'whole-tree' },
];
