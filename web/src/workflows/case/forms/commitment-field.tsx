import { Checkbox, Input, InputNumber } from 'antd';
import type { ReactElement } from 'react';
import { rich, t } from '../../../ui/t.js';

interface Commitment {
  count?: number;
  byDay?: string;
}

interface Props {
  value: unknown;
  set: (value: Commitment | undefined) => void;
}

/** 配备承诺: so many more by a day, or none. */
export function CommitmentField({ value, set }: Props): ReactElement {
  const promise = value as Commitment | undefined;
  return (
    <div className="inline">
      <Checkbox
        checked={promise !== undefined}
        onChange={(event) => set(event.target.checked ? { count: 1 } : undefined)}
      >
        {t('作出承诺')}
      </Checkbox>
      {promise !== undefined && (
        <>
          {rich('于{day}前再配备{n}名', {
            day: (
              <Input
                key="day"
                type="date"
                className="day"
                aria-label={t('承诺日期')}
                value={promise.byDay ?? ''}
                onChange={(event) => set({ ...promise, byDay: event.target.value })}
              />
            ),
            n: (
              <InputNumber
                key="n"
                aria-label={t('承诺人数')}
                min={1}
                precision={0}
                value={promise.count}
                onChange={(count) => set({ ...promise, count: count ?? undefined })}
              />
            ),
          })}
        </>
      )}
    </div>
  );
}
