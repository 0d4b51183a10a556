import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { fieldSentence } from './field-sentences.js';

const messageFor = (schema: z.ZodType, value: unknown): string =>
  schema.safeParse(value, { error: fieldSentence }).error!.issues[0]!.message;

describe('what is wrong with a field', () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.string(), undefined, '必填'],
    [z.string(), 1, '应为文字'],
    [z.int(), 1.5, '应为整数'],
    [z.number(), Number.NaN, '应为数字'],
    [z.array(z.string()), {}, '应为列表'],
    [z.record(z.string(), z.json()), [], '应为对象'],
    [z.boolean(), 'x', '应为 true 或 false'],
    [z.enum(['a', 'b']), 'c', '应为以下之一：a、b'],
    [z.string().min(1), '', '不能为空'],
    [z.string().min(3), 'ab', '不少于3个字符'],
    [z.string().max(2), 'abc', '不多于2个字符'],
    [z.array(z.int()).max(1), [1, 2], '不多于1项'],
    [z.int().positive(), 0, '应大于0'],
    [z.int().max(200), 201, '不大于200'],
    [z.iso.date(), '2026-02-30', '应为存在的日期，格式为 YYYY-MM-DD'],
    [z.string().regex(/^a/), 'b', '格式不符'],
    [z.strictObject({}), { x: 1, y: 2 }, '没有这样的字段，请去掉：x、y'],
    [z.union([z.string(), z.int()]), true, '内容不符合要求'],
    [z.string().min(1, '请填写姓名'), '', '请填写姓名'],
  ])('%#: %p', (schema, value, sentence) => {
    expect(messageFor(schema, value)).toBe(sentence);
  });
});
