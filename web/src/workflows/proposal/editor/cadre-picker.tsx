import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { cadresQuery } from '../../../api/queries.js';
import type { CadreRow } from '../../../api/types.js';
import { ErrorNote } from '../../../ui/error-note.js';
import { monthText } from '../../../ui/time.js';
import { useDebounced } from '../../../ui/use-debounced.js';

const SHOWN = 60;

interface Props {
  title: string;
  unit: string;
  onChoose: (cadre: CadreRow) => void;
  onClose: () => void;
}

/** Cadres by name or code; first those of the unit itself, then everybody within reach. Never ordered by age. */
export function CadrePicker({ title, unit, onChoose, onClose }: Props): ReactElement {
  const [text, setText] = useState('');
  const [here, setHere] = useState(true);
  const query = useDebounced(text.trim(), 250);
  const { data, error, isFetching, refetch } = useQuery(
    cadresQuery({ query, unit: here ? unit : undefined, limit: SHOWN }),
  );
  return (
    <Modal open title={title} footer={null} onCancel={onClose} width={760} styles={{ body: { minHeight: 420 } }}>
      <div className="picker-search">
        <Input
          autoFocus
          allowClear
          aria-label="姓名或干部编号"
          placeholder="姓名或干部编号"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Checkbox checked={here} onChange={(event) => setHere(event.target.checked)}>
          只看本单位
        </Checkbox>
      </div>
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      <div className="picker-list" aria-busy={isFetching}>
        <table className="plain">
          <thead>
            <tr>
              <th>姓名</th>
              <th>出生年月</th>
              <th>职级</th>
              <th>所在单位和现任职务</th>
              <th>
                <span className="visually-hidden">选择</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data?.items.map((cadre) => (
              <tr key={cadre.code}>
                <td>
                  <b>{cadre.name}</b>
                  <span className="code">{cadre.code}</span>
                </td>
                <td className="day-cell">{monthText(cadre.birth)}</td>
                <td>{cadre.civilRank ?? ''}</td>
                <td>
                  {cadre.posts.map(({ teamName, name }) => `${teamName} ${name}`).join('；') ||
                    `${cadre.homeUnit?.name ?? ''}（无领导职务）`}
                </td>
                <td className="row-buttons">
                  <Button size="small" aria-label={`选择${cadre.name}`} onClick={() => onChoose(cadre)}>
                    选择
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {data?.items.length === 0 && (
          <p className="muted picker-none">
            没有找到。{here ? '可以取消“只看本单位”，在您的范围内查找。' : '请换一个姓名或编号。'}
          </p>
        )}
      </div>
      {data && data.total > SHOWN && (
        <p className="muted">
          共{data.total}人，只列出前{SHOWN}人；请输入姓名缩小范围。
        </p>
      )}
    </Modal>
  );
}
