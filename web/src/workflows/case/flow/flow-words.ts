import { ROLE_LABELS } from '../../../app/role-labels.js';
import { momentText } from '../../../ui/time.js';
import type { NodeStatus, Visit } from './flow-model.js';
import { t } from '../../../ui/t.js';

/** A sign beside each colour, so that none of them is needed alone. */
export const STATUS_MARKS: Readonly<Record<NodeStatus, string>> = {
  current: '▶ ',
  done: '✓ ',
  open: '',
  skipped: '– ',
};

const STATUS_WORDS: Readonly<Record<NodeStatus, string>> = {
  current: t('当前环节'),
  done: t('已办'),
  open: t('未到'),
  skipped: t('未经过'),
};

export const statusText = (status: NodeStatus): string => STATUS_WORDS[status];

export const roleText = (role: string): string => ROLE_LABELS[role] ?? role;

/** '受理，李某（科室审核人），2026-11-23 11:30'. */
export function visitText({ label, who, role, at }: Visit): string {
  const moment = momentText(at);
  if (role === 'system') return t('{step}，{who}，{moment}', { step: label, who, moment });
  return t('{step}，{who}（{role}），{moment}', { step: label, who, role: roleText(role), moment });
}
