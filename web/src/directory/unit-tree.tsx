import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useRef } from 'react';
import type { UnitRow } from '../api/types.js';
import { t } from '../ui/t.js';

const ROW_PX = 30;

interface Props {
  /** Parents before what is below them, as the server lists them. */
  units: readonly UnitRow[];
  chosen: string;
  onChoose: (unit: string) => void;
}

/** Only the rows in sight are drawn, so that hundreds of units cost no more than a screen full. */
export function UnitTree({ units, chosen, onChoose }: Props): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: units.length + 1,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  return (
    <div ref={box} className="unit-tree" tabIndex={0} role="group" aria-label={t('单位列表')}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const unit = index === 0 ? { code: '', name: t('全部单位'), level: 1 } : units[index - 1]!;
          return (
            <button
              key={unit.code}
              type="button"
              aria-current={unit.code === chosen}
              style={{ top: start, paddingLeft: 8 + (unit.level - 1) * 14 }}
              onClick={() => onChoose(unit.code)}
            >
              {unit.name}
            </button>
          );
        })}
      </div>
    </div>
  );
}
