import { z } from 'zod';

type Issue = Parameters<NonNullable<z.core.$ZodConfig['customError']>>[0];

/** What a value must be, by the schema's own word for it. Other words are kept as they are: they name no type of JSON. */
const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表',
  object: '对象',
  record: '对象',
  null: '空值',
};

/** How the size of something is counted: 不少于{数}{量词}. */
const COUNTED: Readonly<Record<string, string>> = { string: '个字符', array: '项', set: '项', file: '字节' };

const FORMATS: Readonly<Record<string, string>> = {
  date: '应为存在的日期，格式为 YYYY-MM-DD',
  datetime: '应为时刻，格式为 ISO 8601',
  regex: '格式不符',
};

/**
 * Says in one sentence what is wrong with one field, in the language of those who fill it in. A schema's own message goes
 * before it.
 *
 * @param issue as the schema library reports it
 * @returns the sentence, without the field's name: the path stands beside it
 */
export function fieldSentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '必填' : `应为${kindOf(issue.expected)}`;
    case 'invalid_value':
      return `应为以下之一：${issue.values.map(String).join('、')}`;
    case 'too_small':
      return sizeSentence(issue.origin, '小', '少', String(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return sizeSentence(issue.origin, '大', '多', String(issue.maximum), issue.inclusive !== false);
    case 'invalid_format':
      return FORMATS[issue.format] ?? FORMATS['regex']!;
    case 'unrecognized_keys':
      return `没有这样的字段，请去掉：${issue.keys.join('、')}`;
    case 'not_multiple_of':
      return `应为${String(issue.divisor)}的倍数`;
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
    default:
      return '内容不符合要求';
  }
}

const kindOf = (expected: string): string => KINDS[expected] ?? expected;

/** 不少于1项, 不大于200, 应大于0: counted things are many or few, numbers are large or small. */
function sizeSentence(
  origin: string,
  number: '小' | '大',
  count: '少' | '多',
  bound: string,
  inclusive: boolean,
): string {
  const unit = COUNTED[origin];
  if (unit !== undefined)
    return origin === 'string' && bound === '1' && count === '少' ? '不能为空' : `不${count}于${bound}${unit}`;
  return inclusive ? `不${number}于${bound}` : `应${number === '小' ? '大' : '小'}于${bound}`;
}

/** From now on every schema of the process speaks so. */
export function speakChinese(): void {
  z.config({ customError: fieldSentence });
}
