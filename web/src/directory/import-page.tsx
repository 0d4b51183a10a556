import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type DragEvent, type ReactElement, useRef, useState } from 'react';
import { upload } from '../api/client.js';
import { Problem } from '../api/problem.js';
import type { ImportResult } from '../api/types.js';
import { abilitiesOf, useSession } from '../app/current-session.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNote } from '../ui/error-note.js';
import { ImportFaults } from './import-faults.js';

const SHEETS: readonly [string, string][] = [
  ['units', '单位'],
  ['teams', '班子'],
  ['posts', '职位'],
  ['cadres', '干部'],
  ['appointments', '任职'],
  ['tasks', '配备任务'],
];

/** A workbook is checked first; only a faultless one can be stored, and then all of it. */
export default function ImportPage(): ReactElement {
  const { imports } = abilitiesOf(useSession());
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState<'check' | 'store' | null>(null);

  const send = async (chosen: File, dryRun: boolean): Promise<void> => {
    setBusy(dryRun ? 'check' : 'store');
    setFault(null);
    try {
      setResult(await upload<ImportResult>(`imports?dryRun=${dryRun}`, chosen));
      if (!dryRun) void client.invalidateQueries({ queryKey: ['directory'] });
    } catch (error) {
      const faults = resultIn(error);
      setResult(faults);
      if (faults === null) setFault(error);
    } finally {
      setBusy(null);
    }
  };
  const choose = (chosen: File): void => {
    setFile(chosen);
    setResult(null);
    void send(chosen, true);
  };
  if (!imports) return <EmptyState title="您的角色不能导入工作簿" hint="导入由组织部的科室审核人和科长办理。" />;
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <h1>导入市工作簿</h1>
        <a href="/api/v1/imports/template" download>
          下载空白模板
        </a>
      </header>
      <ol className="steps muted">
        <li>选择工作簿（.xlsx），先检查，不入库；</li>
        <li>按列出的表、行、列更正，直到没有错误；</li>
        <li>确认入库：全部入库或全部不入库，重复导入不产生变化。</li>
      </ol>
      <DropZone file={file} busy={busy === 'check'} choose={choose} />
      {fault !== null && <ErrorNote error={fault} />}
      {result && file && (
        <Outcome
          result={result}
          busy={busy === 'store'}
          store={() => void send(file, false)}
          again={() => choose(file)}
        />
      )}
    </div>
  );
}

/** With faults the server refuses and lists them: that list is what was asked for. */
function resultIn(error: unknown): ImportResult | null {
  if (!(error instanceof Problem) || error.code !== 'IMPORT_HAS_PROBLEMS') return null;
  return error.body as unknown as ImportResult;
}

interface DropProps {
  file: File | null;
  busy: boolean;
  choose: (file: File) => void;
}

function DropZone({ file, busy, choose }: DropProps): ReactElement {
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) choose(dropped);
  };
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={picker}
        type="file"
        hidden
        accept=".xlsx"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen) choose(chosen);
        }}
      />
      <Button type="primary" loading={busy} onClick={() => picker.current?.click()}>
        选择工作簿
      </Button>
      <span className="muted">{file === null ? '或把文件拖到这里' : file.name}</span>
    </div>
  );
}

interface OutcomeProps {
  result: ImportResult;
  busy: boolean;
  store: () => void;
  again: () => void;
}

function Outcome({ result, busy, store, again }: OutcomeProps): ReactElement {
  const faulty = result.problemsTotal > 0;
  const stored = !result.dryRun && !faulty;
  return (
    <section className="stack" aria-live="polite">
      <Alert
        showIcon
        type={faulty ? 'error' : 'success'}
        title={
          faulty ? `有${result.problemsTotal}处错误，什么都没有入库` : stored ? '已全部入库' : '检查通过，可以入库'
        }
        description={faulty ? '请在工作簿里按下表更正，保存后重新检查。' : undefined}
        action={
          faulty ? (
            <Button onClick={again}>重新检查</Button>
          ) : stored ? undefined : (
            <Button type="primary" loading={busy} onClick={store}>
              确认入库
            </Button>
          )
        }
      />
      {!faulty && <Counts result={result} />}
      <ImportFaults title="错误" faults={result.problems} total={result.problemsTotal} />
      <ImportFaults title="提示（不影响入库）" faults={result.notices} total={result.noticesTotal} />
    </section>
  );
}

function Counts({ result: { accepted, changed } }: { result: ImportResult }): ReactElement {
  return (
    <table className="plain card">
      <thead>
        <tr>
          <th>工作表</th>
          <th className="number">正确的行</th>
          <th className="number">新增</th>
          <th className="number">更新</th>
        </tr>
      </thead>
      <tbody>
        {SHEETS.map(([key, label]) => (
          <tr key={key}>
            <td>{label}</td>
            <td className="number">{accepted[key] ?? 0}</td>
            <td className="number">{changed[key]?.inserted ?? 0}</td>
            <td className="number">{changed[key]?.updated ?? 0}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
