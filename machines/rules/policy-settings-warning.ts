import type { PolicySetting } from './policy-settings.js';

const ASSUMED = '无公开规定，本产品假定';

/** Settings of warnings and of the gates while a warning is open. */
export const WARNING_SETTINGS: readonly PolicySetting[] = [
  {
    path: 'warning.fromSeverity',
    meaning: '自哪一轻重（3最重）起列入预警督办',
    basis: 'fact',
    source: '材料第二部分（A、B级班子实行双提醒、双把关、一通报）',
  },
  {
    path: 'warning.opensBetweenRounds',
    meaning: '两次摸底之间的干部变动造成差额的，即时列入预警；补齐的随时解除，不受此项限制',
    basis: 'assumption',
    source: ASSUMED,
  },
  {
    path: 'warning.receiptWorkingDays',
    meaning: '提醒发出后多少个工作日内签收',
    basis: 'assumption',
    source: ASSUMED,
  },
  {
    path: 'warning.firstBetweenRounds',
    meaning:
      '两次摸底之间列入预警的，即时拟发第一次提醒（提示函），由科长签发；关闭后由科室手工拟发或待下次一对一反馈函',
    basis: 'assumption',
    source: ASSUMED,
  },
  {
    path: 'warning.firstIssueWorkingDays',
    meaning: '两次摸底之间拟发的第一次提醒在多少个工作日内签发',
    basis: 'assumption',
    source: ASSUMED,
  },
  {
    path: 'warning.secondAfterDays',
    meaning: '第一次提醒（一对一反馈函）发出后多少个日历日仍未补齐的，拟发第二次提醒，遇休息日顺延',
    basis: 'assumption',
    source: '手册§2.3（30日）',
  },
  {
    path: 'warning.secondOnProposal',
    meaning: '该班子正在酝酿动议的，提前拟发第二次提醒',
    basis: 'assumption',
    source: '手册§2.3',
  },
  {
    path: 'warning.secondIssueWorkingDays',
    meaning: '第二次提醒拟发后多少个工作日内签发',
    basis: 'assumption',
    source: ASSUMED,
  },
  {
    path: 'warning.planWorkingDays',
    meaning: '签收第二次提醒后多少个工作日内报送配备计划',
    basis: 'assumption',
    source: '手册§3.5（请于××个工作日内报送配备计划）',
  },
  {
    path: 'warning.planReviewWorkingDays',
    meaning: '收到配备计划后多少个工作日内答复',
    basis: 'assumption',
    source: ASSUMED,
  },
  {
    path: 'warning.circularSignWorkingDays',
    meaning: '通报报签后，分管部长、部长各在多少个工作日内签署',
    basis: 'assumption',
    source: ASSUMED,
  },
  {
    path: 'gate.whileWarned',
    meaning:
      '预警期间动议关、备案关从严：keepsSeverity 为按预警时较重的等级查表；签收提醒达到 afterReminders 次或承诺逾期未兑现的，结论不轻于 atLeast（豁免情形仍最多提示）',
    basis: 'assumption',
    source: '材料第二部分（严把动议关、备案关）、手册§2.5；从严的尺度系假定',
  },
];
