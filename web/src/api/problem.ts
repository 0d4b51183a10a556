import { t } from '../ui/t.js';

/** An answer that is not a success: the server's own sentence, or ours when there was no answer at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly body: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'Problem';
  }

  /** Faults of single fields, as `path: message`. */
  get fieldFaults(): { path: string; message: string }[] {
    return (this.body['errors'] as { path: string; message: string }[] | undefined) ?? [];
  }

  get params(): Record<string, unknown> {
    return (this.body['params'] as Record<string, unknown> | undefined) ?? {};
  }
}

export const OFFLINE = 'OFFLINE';
/** A file of the page's script did not come: no network, or the server has a newer build by now. */
export const PART_MISSING = 'PART_MISSING';

/** What to do next, for codes where the server's sentence alone leaves that open. */
const ADVICE: Readonly<Record<string, string>> = {
  [OFFLINE]: t('请检查网络后重试；已填写的内容保留在本页。'),
  [PART_MISSING]: t('请刷新页面重试；仍不成功时请联系管理员。'),
  STALE_VERSION: t('页面已换成最新情况，请核对后再办理。'),
  VALIDATION_FAILED: t('请检查所填内容后重新提交。'),
  NOT_SIGNED_IN: t('请重新登录，所在页面会保留。'),
};

export function adviceFor(error: unknown): string | undefined {
  return error instanceof Problem ? ADVICE[error.code] : t('请刷新页面重试；仍不成功时请联系管理员。');
}

export function sentenceOf(error: unknown): string {
  if (error instanceof Problem) return error.message;
  return t('页面遇到意外错误。');
}
