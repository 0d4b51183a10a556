import { z } from 'zod';
import { DOCX_TYPE, type Download, type FormContent, renderForm } from '../../documents/index.js';
import { describeAct } from '../../platform/audit/index.js';
import { refuse } from '../../platform/index.js';

/** A form that a kind of case has, once it has come far enough. */
export interface CaseForm<Facts> {
  /** As the address has it. */
  name: string;
  title: string;
  /** Why there is nothing to print yet; null when there is. */
  missing: (facts: Facts) => string | null;
  compose: (facts: Facts) => FormContent;
}

export const formOffer = z
  .object({
    name: z.string(),
    title: z.string(),
    format: z.enum(['docx', 'xlsx']),
    available: z.boolean(),
    reason: z.string().optional().meta({ description: '暂不能打印的原因' }),
  })
  .meta({ id: 'FormOffer' });
export type FormOffer = z.infer<typeof formOffer>;

export const formName = z
  .string()
  .regex(/^[a-z-]{1,40}$/u)
  .meta({ description: '表单名称，见 forms 列表' });

/** What can be printed of a case now, and what not yet and why. */
export function offersOf<Facts>(forms: readonly CaseForm<Facts>[], facts: Facts): FormOffer[] {
  return forms.map(({ name, title, missing }) => {
    const reason = missing(facts);
    return { name, title, format: 'docx', available: reason === null, ...(reason !== null && { reason }) };
  });
}

/**
 * One form of a case as a file. It names people: that it was taken, and which, is on record before it leaves.
 *
 * @refuses FORM_UNKNOWN - no such form of this kind of case
 * @refuses FORM_NOT_AVAILABLE - the case has not come so far
 */
export async function printForm<Facts>(
  forms: readonly CaseForm<Facts>[],
  name: string,
  facts: Facts,
  place: { unit: string; id: number },
): Promise<Download> {
  const form = forms.find((candidate) => candidate.name === name) ?? refuse('FORM_UNKNOWN', { name });
  const reason = form.missing(facts);
  if (reason !== null) return refuse('FORM_NOT_AVAILABLE', { title: form.title, reason });
  describeAct({ action: `export form ${name}` });
  const content = await renderForm(form.compose(facts));
  return { name: `${form.title}（${place.unit}第${place.id}号）.docx`, mediaType: DOCX_TYPE, content };
}
