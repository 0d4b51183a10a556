import { DEFAULT_ELIGIBILITY, type EligibilityRule, RULES_OF_ELIGIBILITY } from './eligibility/index.js';
import { DISQUALIFICATIONS, EXCEPTIONAL_GROUNDS, FOUR_CHECKS } from './procedure/four-checks.js';
import { PRIOR_MATTERS } from './procedure/prior-matters.js';
import { POLICY_SETTINGS } from './policy-settings.js';
import { DEFAULT_POLICY } from './policy.js';

const SEVERITIES: Readonly<Record<EligibilityRule['severity'], string>> = {
  hard: '不满足不得提出',
  warn: '一般应当，不满足须说明',
  manual: '人工确认',
};

const PROCEDURE_SPEC = 'machines/proposal/procedure.spec.ts';

/** What stands before a decision besides E01–E16. */
const PROCEDURE = [
  { title: '凡提四必', labels: FOUR_CHECKS, basis: '手册§1.6 V-11（待确认）', test: PROCEDURE_SPEC },
  {
    title: '廉洁意见',
    labels: { signatures: '党委（党组）书记、纪委书记（纪检组长）双签字', conclusion: '答复即为“凡提必听”的结论' },
    basis: '手册§1.6 V-11（待确认）',
    test: 'machines/integrity-opinion/integrity-opinion.spec.ts',
  },
  { title: '不得列为考察对象', labels: DISQUALIFICATIONS, basis: '手册§1.4（待确认）', test: PROCEDURE_SPEC },
  {
    title: '破格提拔的情形',
    labels: EXCEPTIONAL_GROUNDS,
    basis: '手册§1.3 V-19（三加三；文字待确认）',
    test: PROCEDURE_SPEC,
  },
  {
    title: '事前报告事项',
    labels: PRIOR_MATTERS,
    basis: '手册§1.5 V-10、V-24、V-41（待确认）',
    test: 'machines/rules/procedure/prior-matters.spec.ts',
  },
  {
    title: '事前报告的批复',
    labels: { reply: '逐项批复，部领导签发；未经批复同意的不得讨论决定' },
    basis: '手册§1.5 V-24（待确认）',
    test: 'machines/prior-report/prior-report.spec.ts',
  },
];

/**
 * The lawyer's index: each rule of eligibility and each setting with its numbers and its source, as Markdown.
 *
 * @param testsOf titles of the tests that name a rule; empty lists are shown as missing
 * @returns the whole of docs/rules.md
 * @source handbook §1.3, §2.4
 */
export function lawIndex(testsOf: (code: string) => readonly string[]): string {
  return [
    '# Rules: an index for the legal section',
    '',
    'Generated from `machines/rules` by `npm run docs:rules`; a test fails when it is out of date. 依据中注明“待确认”的，上线前由法规科核对条款。',
    '',
    '## 任职资格 E01–E16',
    '',
    'Three values: met, not met, unknown. Unknown never counts as met. Each is judged with its arithmetic and the first day on which it would be met.',
    '',
    table(
      ['编号', '规则', '性质', '参数（缺省值）', '依据', '测试'],
      RULES_OF_ELIGIBILITY.map((rule) => [
        rule.code,
        rule.title,
        SEVERITIES[rule.severity],
        rule.parameters.map((name) => `${name} = ${shown(DEFAULT_ELIGIBILITY[name])}`).join('; ') || '—',
        rule.basis,
        testsOf(rule.code).join('; ') || '**缺**',
      ]),
    ),
    '',
    '## 讨论决定之前',
    '',
    'Asked of everybody whom a batch appoints, before the party group decides; each switch is a setting (`procedure.…`).',
    '',
    table(
      ['事项', '内容', '依据', '测试'],
      PROCEDURE.map(({ title, labels, basis, test }) => [title, Object.values(labels).join('；'), basis, test]),
    ),
    '',
    '## 设置',
    '',
    'Versioned; every case keeps the version that judged it. “假定”须由委托方确认。',
    '',
    table(
      ['设置', '含义', '缺省值', '性质', '依据'],
      POLICY_SETTINGS.map(({ path, meaning, basis, source }) => [
        `\`${path}\``,
        meaning,
        shown(valueAt(path)),
        basis === 'fact' ? '规定' : '假定',
        source,
      ]),
    ),
    '',
  ].join('\n');
}

function valueAt(path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], DEFAULT_POLICY);
}

function shown(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
