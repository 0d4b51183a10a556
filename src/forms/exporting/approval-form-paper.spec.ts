import { describe, expect, it } from '@jest/globals';
import { partsOf } from '../../../test/support/zip-parts.js';
import { type FormCell, type FormContent, renderForm } from '../../documents/index.js';
import { EDGE_FORMS } from '../case-forms/edge-forms.fixture.js';
import { ALL_FORMS } from '../case-forms/all-forms.fixture.js';

const cellsOf = ({ blocks }: FormContent): FormCell[] =>
  blocks.flatMap((block) => ('table' in block ? block.table.rows.flatMap(({ cells }) => cells) : []));
const resumeOf = (form: string): FormCell =>
  cellsOf({ ...ALL_FORMS, ...EDGE_FORMS }[form]!).find(
    ({ columns, hanging }) => columns === 6 && hanging !== undefined,
  )!;

describe('《干部任免审批表》 on paper', () => {
  it('has the photo in its own proportion, as large as its place allows', async () => {
    const sizes = async (name: string): Promise<number> => {
      const document = (await partsOf(await renderForm({ ...ALL_FORMS, ...EDGE_FORMS }[name]!))).get(
        'word/document.xml',
      )!;
      const [, across, down] = /<wp:extent cx="(\d+)" cy="(\d+)"/u.exec(document)!;
      return Number(across) / Number(down);
    };
    expect(await sizes('approval-form-overflowing')).toBeCloseTo(2, 1);
    expect(await sizes('approval-form')).toBeCloseTo(75 / 92, 1);
    expect(cellsOf(EDGE_FORMS['approval-form-full']!).map(({ text }) => text)).toContain('照\n\n片');
  });

  it('prints a long résumé smaller until it fits the first page, and one too long for that overleaf', () => {
    expect(resumeOf('approval-form').points).toBe(11);
    expect(resumeOf('approval-form-full').points).toBeLessThan(10);
    expect(resumeOf('approval-form-overflowing').points).toBe(9.5);
    expect(resumeOf('approval-form-overflowing').text).toHaveLength(40);
  });
});
