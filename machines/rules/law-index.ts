import { DEFAULT_ELIGIBILITY, type EligibilityRule, RULES_OF_ELIGIBILITY } from './eligibility/index.js';
import { PROCEDURE_ROWS } from './law-procedure.js';
import { LAW_SOURCES } from './law-sources.js';
import { lawWords, PARAMETER_WORDS } from './law-words.js';
import { POLICY_SETTINGS } from './policy-settings.js';
import { DEFAULT_POLICY } from './policy.js';

const SEVERITIES: Readonly<Record<EligibilityRule['severity'], string>> = {
  hard: '不满足不得提出',
  warn: '一般应当，不满足须说明',
  manual: '人工确认',
};

/** Titles of the tests that show a rule or a setting; the caller reads them from the specs. */
export interface TestsOfLaw {
  ofRule: (code: string) => readonly string[];
  ofSetting: (path: string) => readonly string[];
}

/**
 * The lawyer's index: each rule of eligibility and each setting with its numbers, its source and its tests, as Markdown.
 *
 * @returns the whole of docs/rules.md; a rule without a test is marked as missing one
 * @source handbook §1.3, §2.4, §9
 */
export function lawIndex({ ofRule, ofSetting }: TestsOfLaw): string {
  const rules = RULES_OF_ELIGIBILITY.map((rule) => [
    rule.code,
    rule.title,
    SEVERITIES[rule.severity],
    rule.parameters.map((name) => numberOf(name)).join('；') || '—',
    rule.basis,
    ofRule(rule.code).join('；') || '**缺**',
  ]);
  const settings = POLICY_SETTINGS.map(({ path, meaning, basis, source }) => [
    meaning,
    valueOf(path),
    basis === 'fact' ? '规定' : '假定',
    source,
    `\`${path}\``,
    ofSetting(path).join('；') || '—',
  ]);
  const page = [
    ...HEAD,
    '## 一、任职资格 E01–E16',
    '',
    '判定有三种：满足、不满足、不详；不详不视为满足。每条判定都写明计算过程和最早满足的日期。呈报、讨论决定、备案时各判定一次。',
    '',
    table(['编号', '规则', '性质', '参数（缺省值）', '依据', '测试'], rules),
    '',
    '## 二、讨论决定之前，和讨论决定',
    '',
    '对一批动议中每一名拟任人选，在党委（党组）讨论决定之前逐项要求，开关和数值见设置（`procedure.…`、`quorum`、`notice`、`meeting.…`）。',
    '',
    table(
      ['事项', '内容', '依据', '测试'],
      PROCEDURE_ROWS.map(({ title, content, basis, file, tests }) => [
        title,
        content.join('；'),
        basis,
        `\`${file}\`：${tests.join('；')}`,
      ]),
    ),
    '',
    '## 三、设置',
    '',
    '设置分版本保存，每个案件记住判定它的版本。性质为“假定”的须由委托方确认；“规定”有公开依据。测试一栏为提到该设置的测试文件，“—”为没有测试单独改动过它的值。',
    '',
    table(['含义', '缺省值', '性质', '依据', '设置', '测试'], settings),
    '',
  ];
  const cited = citedIn(page.join('\n'));
  const sources = cited.map((mark) => [mark, LAW_SOURCES[mark] ?? '**缺**']);
  return [...page, '## 四、来源', '', SOURCES_NOTE, '', table(['编号', '来源'], sources), ''].join('\n');
}

const HEAD = [
  '# 规则索引（供法规科室核对）',
  '',
  '由代码生成（`npm run docs:rules`），与代码不一致时测试不通过。依据中注明“待确认”的，上线前由法规科室核对条款。',
  '手册指项目的业务手册；“V-”编号见文末“来源”。',
  '',
];
const SOURCES_NOTE = '为编写时能取得的公开文本，不一定是现行文本；引用条款以现行规定为准。';

/** Marks of sources, in their order. */
function citedIn(text: string): string[] {
  const marks = new Set([...text.matchAll(/V-\d+/gu)].map(([mark]) => mark));
  return [...marks].toSorted((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
}

function numberOf(name: keyof typeof DEFAULT_ELIGIBILITY): string {
  return `${PARAMETER_WORDS[name]}：${lawWords(name, DEFAULT_ELIGIBILITY[name])}`;
}

function valueOf(path: string): string {
  const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], DEFAULT_POLICY);
  return lawWords(path, value);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
