import { DISQUALIFICATIONS, EXCEPTIONAL_GROUNDS, FOUR_CHECKS, OPINION_CONCLUSIONS } from './procedure/terms.js';
import { PRIOR_MATTERS } from './procedure/prior-matters.js';
import { ATTENDANCE_LABELS, VOTE_LABELS } from './vote-standing.js';

/** What stands before a decision, or comes with it, besides E01–E16: one row of the lawyer's index. */
export interface ProcedureRow {
  title: string;
  /** What is asked, in the words that people meet. */
  content: readonly string[];
  basis: string;
  /** Spec file and the titles of tests in it that show the rule. */
  file: string;
  tests: readonly string[];
}

const PROCEDURE_SPEC = 'machines/proposal/procedure.spec.ts';
const MEETING_SPEC = 'machines/meeting/acceptance.spec.ts';

/** The law of the procedure. @source handbook §1.1, §1.3–§1.6, §1.8, §1.10 */
export const PROCEDURE_ROWS: readonly ProcedureRow[] = [
  {
    title: '任职回避的人工核对',
    content: [
      '登记的亲属情况不足以判断的，由干部科室核对并写明依据；同一问题核对一次，情况变化后须重新核对',
      '应当回避的和家庭成员未填全的，不能以人工核对代替',
    ],
    basis: '手册§1.8 V-21、V-33',
    file: PROCEDURE_SPEC,
    tests: [
      'what the register cannot tell of kin is answered by a person, with what shows it, and stands as answered',
      'no answer clears a clash, a family nobody has written down, or what is not open',
    ],
  },
  {
    title: '凡提四必',
    content: Object.values(FOUR_CHECKS),
    basis: '手册§1.6 V-11（待确认）',
    file: PROCEDURE_SPEC,
    tests: [
      '§7-40 four checks: three of four concluded do not do, and the missing one is named',
      'a conclusion against the candidate stops the case until another takes its place',
      'a conclusion needs somebody appointed, a day that has come, and files that are there',
    ],
  },
  {
    title: '廉洁意见',
    content: [
      `纪委监委答复：${Object.values(OPINION_CONCLUSIONS).join('、')}`,
      '党委（党组）书记、纪委书记（纪检组长）双签字，纸面意见亦同',
      '答复只有干部部门和纪委监委可以阅看',
      '有有效期，可以再次征求；答复即为“凡提必听”的结论',
    ],
    basis: '手册§1.6 V-11（待确认）',
    file: 'machines/integrity-opinion/integrity-opinion.spec.ts',
    tests: [
      'bears two signatures of two people, of days that have come, after it was asked for (双签字)',
      'is asked again when it has expired or matters are new, and what was said before no longer stands',
      'waits for the commission, then for the section; nobody of the unit reads it',
    ],
  },
  {
    title: '不得列为考察对象',
    content: Object.values(DISQUALIFICATIONS),
    basis: '手册§1.4（待确认）',
    file: PROCEDURE_SPEC,
    tests: ['the seven cases are answered, each, and one that applies ends it'],
  },
  {
    title: '破格提拔的情形',
    content: Object.values(EXCEPTIONAL_GROUNDS),
    basis: '手册§1.3 V-19（三加三；文字待确认）',
    file: PROCEDURE_SPEC,
    tests: ['is claimed in the draft for somebody appointed, with grounds, and can be given up'],
  },
  {
    title: '事前报告事项',
    content: Object.values(PRIOR_MATTERS),
    basis: '手册§1.5 V-10、V-24、V-41（待确认）',
    file: 'machines/rules/procedure/prior-matters.spec.ts',
    tests: ['matters of a prior report that the ledger shows'],
  },
  {
    title: '事前报告的批复',
    content: ['逐项批复，部领导签发；未经批复同意的不得讨论决定'],
    basis: '手册§1.5 V-24（待确认）',
    file: 'machines/prior-report/prior-report.spec.ts',
    tests: [
      'is answered matter by matter, a refusal with its reason',
      'the answer is signed by a head who has not drawn it up, numbered, and told to the proposal',
      'has one deadline from the report to the answer, and none after it',
    ],
  },
  {
    title: '职数预审',
    content: [
      '按班子、分正副职：拟后＝现配－拟免＋拟配，不得超过核定职数',
      '签署人可以不同意并写明理由；不得同意数字不允许的',
    ],
    basis: '手册§1.2、§1.10 V-39',
    file: PROCEDURE_SPEC,
    tests: [
      'needs words, and then fails whatever the numbers say',
      'agreement passes nothing that the numbers do not',
      'blocks, is lifted by nobody and by no later run, and ends with a new submission',
    ],
  },
  {
    title: '会议：到会和回避',
    content: [
      `应到会成员逐一登记：${Object.values(ATTENDANCE_LABELS).join('、')}`,
      '到会人数不足规定比例的不得表决',
      '事前报告未获批复、凡提四必未有结论、资格不满足或不详的，不得开始表决',
      '涉及本人的必须回避；涉及亲属或者同名的，回避或者写明理由',
    ],
    basis: '手册§1.1 V-9、V-12',
    file: MEETING_SPEC,
    tests: [
      'everybody entitled is named once, and who presides is there',
      'nobody votes on what may not be decided yet: an unanswered report, an open check, a rule that is not met',
      'a member whom an item concerns recuses himself; for kin by name the reason why not will do',
      'falls below the quorum by no correction of who was there',
    ],
  },
  {
    title: '会议：表决',
    content: [
      `到会成员逐项表决：${Object.values(VOTE_LABELS).join('、')}`,
      '同意票超过应到会成员的规定比例为通过，不以到会人数计；回避的仍计入应到会成员',
      '主要负责人末位表态',
    ],
    basis: '手册§1.1 V-9、V-12',
    file: MEETING_SPEC,
    tests: [
      'is of those entitled, not of those present: two of four present do not carry it among five',
      'of the chair is the last, item by item',
      'that stands is corrected only with a reason, and the old one stays on record',
    ],
  },
  {
    title: '会议纪要',
    content: ['由非记录人签发，可以退回', '决定逐项登记到各动议'],
    basis: '手册§1.1',
    file: MEETING_SPEC,
    tests: [
      'are signed by somebody who did not write them, and go back for a reason',
      'each proposal is told its own count, in the order of its items',
    ],
  },
  {
    title: '任前公示',
    content: [
      '决定之后、发文之前，不得提前结束',
      '反映的问题逐件登记方式、内容、核查人和结论；均有结论方可办结，属实的终止',
    ],
    basis: '手册§1.1 V-13',
    file: 'test/journeys/meeting.e2e.spec.ts',
    tests: [
      'keeps every objection to a notice with its channel, day, content, verifier and conclusion; several may be open',
    ],
  },
  {
    title: '培训补足',
    content: ['提任时培训未达到规定的，自决定之日起按期补足并登记依据；补足前不归档'],
    basis: '手册§1.3 V-19',
    file: 'machines/proposal/end.spec.ts',
    tests: [
      'is made up within a year of the decision, on record with what shows it',
      'keeps the case open until then; whoever was trained is asked for nothing',
    ],
  },
];
