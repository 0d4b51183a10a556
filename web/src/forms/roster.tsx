import { Checkbox } from 'antd';
import { type ReactElement, useState } from 'react';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import type { ChosenFile } from './chosen-files.js';
import { Comparison } from './comparison.js';
import { FilePicker } from './file-picker.js';
import { type Choices, type Compared, type RosterResult, type RowRemark, SETTLED_BY_CHOICE } from './form-types.js';
import { Outcome, type Remark } from './outcome.js';
import { useImport } from './use-import.js';

/** A roster of a district: compared person by person; only the fields ticked are taken over, nobody is added. */
export function Roster(): ReactElement {
  const [file, setFile] = useState<File | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const [update, setUpdate] = useState<readonly string[]>([]);
  const { result, fault, busy, send } = useImport<RosterResult>('forms/roster-imports', 'ROSTER_HAS_PROBLEMS');

  const choose = ([chosen]: ChosenFile[]): void => {
    if (chosen === undefined) return;
    setFile(chosen.file);
    setChoices({});
    setUpdate([]);
    void send(bodyOf(chosen.file, {}, []), true);
  };
  const people = (result?.rows ?? []).map(comparedOf);
  const open = people.filter(({ key, cadre }) => cadre === null && !choices[key] && choices[key] !== null);
  const faults = (result?.problems ?? []).filter(({ code }) => !SETTLED_BY_CHOICE.has(code));
  return (
    <section className="stack">
      <ol className="steps muted">
        <li>{t('选择旗县区的干部名册（.xlsx），表头可为中文、简码或全国信息集编码；先核对，不入库；')}</li>
        <li>{t('勾选要以名册更新的项目；不新增干部，没有勾选的不变。')}</li>
      </ol>
      <FilePicker
        label={t('选择名册')}
        accept=".xlsx"
        chosen={file?.name ?? ''}
        busy={busy === 'check'}
        choose={choose}
      />
      {fault !== null && <ErrorNote error={fault} />}
      {result && file && (
        <>
          <FieldChoice people={people} update={update} setUpdate={setUpdate} />
          <Outcome
            faults={faults.map(remarkOf)}
            notices={result.notices.map(remarkOf)}
            open={open.length}
            stored={result.dryRun || result.problems.length > 0 ? null : t('已更新{n}人', { n: result.changed })}
            busy={busy === 'store'}
            store={() => void send(bodyOf(file, choices, update), false)}
          />
          <Comparison
            people={people}
            choices={choices}
            choose={(key, cadre) => setChoices((before) => ({ ...before, [key]: cadre }))}
          />
        </>
      )}
    </section>
  );
}

interface FieldChoiceProps {
  people: readonly Compared[];
  update: readonly string[];
  setUpdate: (fields: string[]) => void;
}

/** Fields that differ for anybody, with how many: taken over for all of them or for none. */
function FieldChoice({ people, update, setUpdate }: FieldChoiceProps): ReactElement | null {
  const fields = new Map<string, { label: string; count: number }>();
  for (const { field, label } of people.flatMap(({ differences }) => differences)) {
    fields.set(field, { label, count: (fields.get(field)?.count ?? 0) + 1 });
  }
  if (fields.size === 0) return null;
  const options = [...fields].map(([value, { label, count }]) => ({
    value,
    label: t('{label}（{n}人不同）', { label, n: count }),
  }));
  return (
    <p>
      {t('以名册更新：')}
      <Checkbox.Group options={options} value={[...update]} onChange={setUpdate} />
    </p>
  );
}

const keyOf = ({ sheet, row }: { sheet: string; row: number }): string => `${sheet} ${row}`;

function bodyOf(file: File, choices: Choices, update: readonly string[]): FormData {
  const body = new FormData();
  body.append('file', file);
  const decided = Object.entries(choices).flatMap(([key, cadre]) => {
    if (cadre === '') return [];
    const at = key.lastIndexOf(' ');
    return [{ sheet: key.slice(0, at), row: Number(key.slice(at + 1)), cadre }];
  });
  body.append('options', JSON.stringify({ update, choices: decided }));
  return body;
}

const comparedOf = (row: RosterResult['rows'][number]): Compared => ({
  key: keyOf(row),
  place: t('{sheet} 第{row}行', { sheet: row.sheet, row: row.row }),
  name: row.name,
  matchedBy: row.matchedBy,
  cadre: row.cadre,
  candidates: row.candidates,
  differences: row.differences.map(({ roster: given, ...difference }) => ({ ...difference, given })),
  note: '',
});

const remarkOf = ({ sheet, row, column, value, message }: RowRemark): Remark => ({
  place: row === 0 ? sheet : t('{sheet} 第{row}行', { sheet, row }),
  what: column,
  value,
  message,
});
