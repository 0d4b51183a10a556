import { t } from '../ui/t.js';

/** Sign-ins of the sample profile (contract §3), for trying out every role. */
export const SAMPLE_SIGN_INS: readonly { username: string; label: string }[] = [
  { username: 'clerk', label: t('经办人（旗县区单位）') },
  { username: 'leader', label: t('单位负责人') },
  { username: 'reviewer', label: t('科室审核人') },
  { username: 'reviewer2', label: t('科室审核人二') },
  { username: 'chief', label: t('科长') },
  { username: 'deputy', label: t('分管部长') },
  { username: 'head', label: t('部长') },
  { username: 'discipline', label: t('纪委监委') },
  { username: 'establishment', label: t('编办') },
];
