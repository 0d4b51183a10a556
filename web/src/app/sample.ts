/** Sign-ins of the sample profile (contract §3), for trying out every role. */
export const SAMPLE_SIGN_INS: readonly { username: string; label: string }[] = [
  { username: 'clerk', label: '经办人（旗县区单位）' },
  { username: 'leader', label: '单位负责人' },
  { username: 'reviewer', label: '科室审核人' },
  { username: 'reviewer2', label: '科室审核人二' },
  { username: 'chief', label: '科长' },
  { username: 'deputy', label: '分管部长' },
  { username: 'head', label: '部长' },
];
