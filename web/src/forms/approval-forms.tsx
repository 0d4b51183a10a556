import { type ReactElement, useState } from 'react';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import type { ChosenFile } from './chosen-files.js';
import { Comparison } from './comparison.js';
import { FilePicker } from './file-picker.js';
import {
  type Choices,
  type Compared,
  type FileRemark,
  type FormImportResult,
  SETTLED_BY_CHOICE,
} from './form-types.js';
import { Outcome, type Remark } from './outcome.js';
import { useImport } from './use-import.js';

const OUTCOMES: Readonly<Record<FormImportResult['forms'][number]['outcome'], string>> = {
  stored: t('入库'),
  repeated: t('与已有的相同'),
  skipped: t('不导入'),
  refused: t('未入库'),
};

/** Approval forms one by one, in a folder or a zip: compared person by person, then stored, all of them or none. */
export function ApprovalForms(): ReactElement {
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [choices, setChoices] = useState<Choices>({});
  const [updates, setUpdates] = useState<Readonly<Record<string, readonly string[]>>>({});
  const { result, fault, busy, send } = useImport<FormImportResult>('forms/imports', 'FORMS_HAVE_PROBLEMS');

  const choose = (chosen: ChosenFile[]): void => {
    setFiles(chosen);
    setChoices({});
    setUpdates({});
    void send(bodyOf(chosen, [], {}, {}), true);
  };
  const people = (result?.forms ?? []).map(comparedOf);
  const open = people.filter(({ key, cadre }) => cadre === null && !choices[key] && choices[key] !== null);
  const faults = (result?.problems ?? []).filter(({ code }) => !SETTLED_BY_CHOICE.has(code));
  return (
    <section className="stack">
      <ol className="steps muted">
        <li>{t('选择 .lrmx、.lrm（可附同名 .pic 照片），可多份、整个文件夹或 .zip；先核对，不入库；')}</li>
        <li>{t('按身份证号、再按姓名和出生年月对应；不能认定的由您指定；')}</li>
        <li>{t('勾选要以表更新的名册项目和干部情况，确认后全部入库或全部不入库。')}</li>
      </ol>
      <FilePicker
        many
        label={t('选择审批表')}
        accept=".lrmx,.lrm,.pic,.zip"
        chosen={files.length === 0 ? '' : t('已选{n}个文件', { n: files.length })}
        busy={busy === 'check'}
        choose={choose}
      />
      {fault !== null && <ErrorNote error={fault} />}
      {result && (
        <>
          <Outcome
            faults={faults.map(remarkOf)}
            notices={result.notices.map(remarkOf)}
            open={open.length}
            stored={result.dryRun || result.problems.length > 0 ? null : t('已入库{n}份', { n: result.stored })}
            busy={busy === 'store'}
            store={() => void send(bodyOf(files, result.forms, choices, updates), false)}
          />
          <Comparison
            people={people}
            choices={choices}
            choose={(key, cadre) => setChoices((before) => ({ ...before, [key]: cadre }))}
            updates={updates}
            update={(key, fields) => setUpdates((before) => ({ ...before, [key]: fields }))}
          />
        </>
      )}
    </section>
  );
}

function bodyOf(
  files: readonly ChosenFile[],
  forms: FormImportResult['forms'],
  choices: Choices,
  updates: Readonly<Record<string, readonly string[]>>,
): FormData {
  const body = new FormData();
  for (const { file, path } of files) body.append('file', file, path);
  const decided = forms.flatMap(({ file }) => {
    const cadre = choices[file];
    const update = updates[file] ?? [];
    if (!cadre && cadre !== null && update.length === 0) return [];
    return [{ file, ...(cadre === null || cadre ? { cadre } : {}), ...(update.length > 0 && { update }) }];
  });
  if (decided.length > 0) body.append('choices', JSON.stringify(decided));
  return body;
}

const comparedOf = (form: FormImportResult['forms'][number]): Compared => ({
  key: form.file,
  place: form.file,
  name: form.name,
  matchedBy: form.matchedBy,
  cadre: form.cadre,
  candidates: form.candidates,
  differences: form.differences.map(({ form: given, ...difference }) => ({ ...difference, given })),
  note: form.photo ? t('{outcome}，有照片', { outcome: OUTCOMES[form.outcome] }) : OUTCOMES[form.outcome],
});

const remarkOf = ({ file, label, value, message }: FileRemark): Remark => ({
  place: file,
  what: label,
  value,
  message,
});
