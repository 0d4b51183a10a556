import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { type UploadProgress, uploadWatched } from '../api/client.js';
import { Problem } from '../api/problem.js';
import type { ImportResult } from '../api/types.js';
import { abilitiesOf, useSession } from '../app/current-session.js';
import { Link } from '../app/router.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import { AnnotatedWorkbook } from './annotated-workbook.js';
import { DropZone } from './drop-zone.js';
import { ImportFaults } from './import-faults.js';
import { ImportProgress } from './import-progress.js';

const SHEETS: readonly [keyof ImportResult['accepted'], string][] = [
  ['units', t('单位')],
  ['teams', t('班子')],
  ['posts', t('职位')],
  ['cadres', t('干部')],
  ['appointments', t('任职')],
  ['tasks', t('配备任务')],
  ['profiles', t('资格情况')],
  ['particulars', t('干部概况')],
  ['educations', t('学历')],
  ['relatives', t('家庭成员')],
  ['rewards', t('奖励')],
  ['measures', t('处分处理')],
  ['assessments', t('年度考核')],
  ['ranks', t('职级经历')],
  ['trainings', t('培训')],
  ['archiveReviews', t('档案审核')],
];

/** A workbook is checked first; only a faultless one can be stored, and then all of it. */
export default function ImportPage(): ReactElement {
  const { imports } = abilitiesOf(useSession());
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState<'check' | 'store' | null>(null);
  const [progress, setProgress] = useState<UploadProgress>({ sent: 0 });

  const send = async (chosen: File, dryRun: boolean): Promise<void> => {
    setBusy(dryRun ? 'check' : 'store');
    setFault(null);
    setProgress({ sent: 0 });
    try {
      setResult(await uploadWatched<ImportResult>(`imports?dryRun=${dryRun}`, chosen, setProgress));
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
  if (!imports)
    return <EmptyState title={t('您的角色不能导入工作簿')} hint={t('导入由组织部的科室审核人和科长办理。')} />;
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <h1>{t('导入市工作簿')}</h1>
        <a href="/api/v1/imports/template" download>
          {t('下载空白模板')}
        </a>
      </header>
      <ol className="steps muted">
        <li>{t('选择工作簿（.xlsx），先检查，不入库；')}</li>
        <li>{t('按列出的表、行、列更正，或下载标出错误的工作簿，直到没有错误；')}</li>
        <li>{t('确认入库：全部入库或全部不入库，重复导入不产生变化。')}</li>
      </ol>
      <DropZone file={file} busy={busy !== null} choose={choose} />
      {busy !== null && <ImportProgress stores={busy === 'store'} progress={progress} />}
      {fault !== null && <ErrorNote error={fault} />}
      {result && file && (
        <Outcome
          file={file}
          result={result}
          busy={busy !== null}
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

interface OutcomeProps {
  file: File;
  result: ImportResult;
  busy: boolean;
  store: () => void;
  again: () => void;
}

function Outcome({ file, result, busy, store, again }: OutcomeProps): ReactElement {
  const faulty = result.problemsTotal > 0;
  const stored = !result.dryRun && !faulty;
  return (
    <section className="stack" aria-live="polite">
      <Alert
        showIcon
        type={faulty ? 'error' : 'success'}
        title={
          faulty
            ? t('有{n}处错误，什么都没有入库', { n: result.problemsTotal })
            : stored
              ? t('已全部入库')
              : t('检查通过，可以入库')
        }
        description={
          faulty
            ? t('请在工作簿里按下表更正，保存后重新选择。')
            : stored
              ? t('接下来可以看台账，或核对名录。')
              : undefined
        }
        action={
          faulty ? (
            <div className="buttons">
              <AnnotatedWorkbook file={file} />
              <Button onClick={again}>{t('重新检查')}</Button>
            </div>
          ) : stored ? (
            <Link href="/ledger">{t('查看台账')}</Link>
          ) : (
            <Button type="primary" loading={busy} onClick={store}>
              {t('确认入库')}
            </Button>
          )
        }
      />
      {!faulty && <Counts result={result} />}
      <ImportFaults title={t('错误')} faults={result.problems} total={result.problemsTotal} />
      <ImportFaults title={t('提示（不影响入库）')} faults={result.notices} total={result.noticesTotal} />
    </section>
  );
}

/** Sheets of the dossier that the workbook does not have are not counted at all. */
function Counts({ result: { accepted, changed } }: { result: ImportResult }): ReactElement {
  return (
    <table className="plain card">
      <thead>
        <tr>
          <th scope="col">{t('工作表')}</th>
          <th scope="col" className="number">
            {t('正确的行')}
          </th>
          <th scope="col" className="number">
            {t('新增')}
          </th>
          <th scope="col" className="number">
            {t('更新')}
          </th>
        </tr>
      </thead>
      <tbody>
        {SHEETS.filter(([key]) => accepted[key] !== undefined).map(([key, label]) => (
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
