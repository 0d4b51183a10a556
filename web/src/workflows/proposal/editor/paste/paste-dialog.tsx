import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { cadresQuery, teamQuery } from '../../../../api/queries.js';
import type { CadreRow, Item, UnitDetail } from '../../../../api/types.js';
import { ErrorNote } from '../../../../ui/error-note.js';
import { t } from '../../../../ui/t.js';
import { FileButton } from './file-button.js';
import { type MatchedRow, matchRows, type KnownPost } from './match-rows.js';
import { readRows } from './read-rows.js';

interface Props {
  unit: UnitDetail;
  onAdd: (items: Item[]) => void;
  onClose: () => void;
}

/** A list from a spreadsheet becomes items; every line that is not understood says why, and nothing is added behind it. */
export function PasteDialog({ unit, onAdd, onClose }: Props): ReactElement {
  const [text, setText] = useState('');
  const { check, matched, error, busy } = useMatching(unit);
  const items = (matched ?? []).flatMap(({ item }) => (item === null ? [] : [item]));
  const faulty = (matched ?? []).filter(({ fault }) => fault !== null);
  return (
    <Modal open title={t('粘贴或导入名单')} footer={null} width={680} onCancel={onClose}>
      <div className="stack">
        <p className="muted">
          {t(
            '从表格复制后粘贴：每行一人，三列依次为 姓名或干部编号、拟任、拟免；有标题行时列序不限。也可选择 xlsx、txt、csv 文件。',
          )}
        </p>
        <Input.TextArea
          autoFocus
          aria-label={t('名单')}
          autoSize={{ minRows: 6, maxRows: 12 }}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="buttons">
          <Button type="primary" loading={busy} disabled={text.trim() === ''} onClick={() => void check(text)}>
            {t('核对')}
          </Button>
          <FileButton onText={setText} />
        </div>
        {error !== null && <ErrorNote error={error} />}
        {matched && <Checked matched={matched} />}
        {matched && (
          <Button type="primary" disabled={items.length === 0 || faulty.length > 0} onClick={() => onAdd(items)}>
            {t('加入{n}项', { n: items.length })}
          </Button>
        )}
      </div>
    </Modal>
  );
}

function useMatching(unit: UnitDetail) {
  const client = useQueryClient();
  const [matched, setMatched] = useState<MatchedRow[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const check = async (text: string): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const rows = readRows(text);
      const found = new Map<string, readonly CadreRow[]>();
      for (const who of new Set(rows.map((row) => row.who))) {
        found.set(who, (await client.fetchQuery(cadresQuery({ query: who, limit: 50 }))).items);
      }
      const posts: KnownPost[] = [];
      for (const { code } of unit.teams) {
        const team = await client.fetchQuery(teamQuery(code));
        posts.push(...team.posts.map((post) => ({ code: post.code, name: post.name, teamName: team.name })));
      }
      setMatched(matchRows(rows, found, posts));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { check, matched, error, busy };
}

function Checked({ matched }: { matched: readonly MatchedRow[] }): ReactElement {
  if (matched.length === 0) return <p className="muted">{t('没有读到名单。')}</p>;
  return (
    <table className="plain" aria-label={t('核对结果')}>
      <thead>
        <tr>
          <th scope="col">{t('行')}</th>
          <th scope="col">{t('人选')}</th>
          <th scope="col">{t('拟任')}</th>
          <th scope="col">{t('拟免')}</th>
          <th scope="col">{t('核对结果')}</th>
        </tr>
      </thead>
      <tbody>
        {matched.map(({ row, fault }) => (
          <tr key={row.line}>
            <td className="day-cell">{row.line}</td>
            <td>{row.who}</td>
            <td>{row.appointTo}</td>
            <td>{row.removeFrom}</td>
            <td className={fault === null ? 'fits' : 'fails'}>{fault === null ? t('✓ 可加入') : `✕ ${fault}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
