import { useVirtualizer } from '@tanstack/react-virtual';
import { Button, Checkbox, Input, Modal } from 'antd';
import { type ReactElement, useRef, useState } from 'react';
import type { CadreRow } from '../../../api/types.js';
import { useSession } from '../../../app/current-session.js';
import { ErrorNote } from '../../../ui/error-note.js';
import { t } from '../../../ui/t.js';
import { monthText } from '../../../ui/time.js';
import { keepRecent, readRecent } from './pick/recent.js';
import { useFoundCadres } from './pick/use-found.js';

const ROW_PX = 44;

interface Props {
  title: string;
  unit: string;
  onChoose: (cadre: CadreRow) => void;
  onClose: () => void;
}

/** Cadres by name, by sound or by code; first those of the unit itself, then everybody within reach. Never ordered by age. */
export function CadrePicker({ title, unit, onChoose, onClose }: Props): ReactElement {
  const { user } = useSession();
  const [text, setText] = useState('');
  const [here, setHere] = useState(true);
  const found = useFoundCadres(text, here ? unit : null);
  const [recent] = useState(() => readRecent(user.id));
  const choose = (cadre: CadreRow): void => {
    keepRecent(user.id, cadre);
    onChoose(cadre);
  };
  return (
    <Modal open title={title} footer={null} onCancel={onClose} width={760} styles={{ body: { minHeight: 420 } }}>
      <div className="picker-search">
        <Input
          autoFocus
          allowClear
          aria-label={t('姓名或干部编号')}
          placeholder={t('姓名、拼音、首字母或干部编号')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Checkbox checked={here} onChange={(event) => setHere(event.target.checked)}>
          {t('只看本单位')}
        </Checkbox>
      </div>
      {text === '' && recent.length > 0 && (
        <p className="picker-recent">
          <span className="muted">{t('最近选过：')}</span>
          {recent.map((cadre) => (
            <Button key={cadre.code} size="small" onClick={() => choose(cadre)}>
              {cadre.name}
            </Button>
          ))}
        </p>
      )}
      {found.error !== null && <ErrorNote error={found.error} retry={found.refetch} />}
      <CadreList cadres={found.items} busy={found.busy} onChoose={choose} />
      {found.items.length === 0 && !found.busy && (
        <p className="muted picker-none">
          {here ? t('没有找到。可以取消“只看本单位”，在您的范围内查找。') : t('没有找到。请换一个姓名或编号。')}
        </p>
      )}
      {found.total > found.items.length && (
        <p className="muted">
          {t('共{total}人，只列出前{n}人；请输入姓名缩小范围。', { total: found.total, n: found.items.length })}
        </p>
      )}
    </Modal>
  );
}

interface ListProps {
  cadres: readonly CadreRow[];
  busy: boolean;
  onChoose: (cadre: CadreRow) => void;
}

/** Only the rows in sight are drawn. */
function CadreList({ cadres, busy, onChoose }: ListProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: cadres.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  return (
    <div ref={box} className="picker-list" aria-busy={busy}>
      <div role="table" aria-rowcount={cadres.length} style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const cadre = cadres[index]!;
          return (
            <div
              key={cadre.code}
              role="row"
              aria-rowindex={index + 1}
              className="picker-row"
              style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
            >
              <span role="cell" className="picker-name">
                <b>{cadre.name}</b>
                <span className="code">{cadre.code}</span>
              </span>
              <span role="cell">{monthText(cadre.birth)}</span>
              <span role="cell" className="picker-posts">
                {postsText(cadre)}
              </span>
              <span role="cell">
                <Button size="small" aria-label={t('选择{name}', { name: cadre.name })} onClick={() => onChoose(cadre)}>
                  {t('选择')}
                </Button>
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function postsText({ posts, homeUnit, civilRank }: CadreRow): string {
  const held = posts.map(({ teamName, name }) => `${teamName} ${name}`).join('；');
  if (held !== '') return held;
  return [homeUnit?.name, civilRank, t('无领导职务')].filter(Boolean).join(' · ');
}
