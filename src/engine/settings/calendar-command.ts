import { readFile } from 'node:fs/promises';
import { RefusalError, sentenceOf, speakChinese, ValidationError } from '../../platform/index.js';
import { calendarYearBody } from './calendar.schema.js';
import type { CalendarService } from './calendar.service.js';

type Say = (line: string) => void;

/**
 * Loads a year's holidays from a file, as whoever runs the server does when the paper is out.
 *
 * @param calendar the working calendar
 * @param file path of a JSON file that names its year, in the form of the HTTP call or of the holiday-cn project
 * @param say shows a line
 * @returns the exit code: 0 the year is in force, 1 the file cannot be that
 */
export async function calendarLoad(calendar: CalendarService, file: string, say: Say): Promise<number> {
  speakChinese();
  const content = await readJson(file);
  if (content === undefined) {
    say(`不能读取文件，或文件不是 JSON：${file}`);
    return 1;
  }
  const body = calendarYearBody.safeParse(content);
  if (!body.success) {
    say('文件内容有误：');
    for (const { path, message } of body.error.issues) say(`✗ ${path.map(String).join('.')}：${message}`);
    return 1;
  }
  const { year } = body.data;
  if (year === undefined) {
    say(`文件中没有年份（year）：${file}`);
    return 1;
  }
  try {
    const { changed, coverageUntil, version, deadlines } = await calendar.load(year, body.data, null);
    say(
      changed
        ? `已载入${year}年节假日安排，工作日历第${version}版，到${coverageUntil}。`
        : `${year}年的安排与已载入的相同，未作改动。`,
    );
    if (changed)
      say(`重算${deadlines.checked}个在计期限：${deadlines.moved}个日期有变，${deadlines.provisional}个仍为暂定。`);
    return 0;
  } catch (error) {
    for (const line of linesOf(error)) say(line);
    return 1;
  }
}

/** Undefined: there is no such file, or it is not JSON. */
async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function linesOf(error: unknown): string[] {
  if (error instanceof RefusalError) return [sentenceOf(error.refusal)];
  if (error instanceof ValidationError) return error.faults.map(({ path, message }) => `✗ ${path}：${message}`);
  throw error;
}
