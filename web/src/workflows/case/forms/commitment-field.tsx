import { Checkbox, Input, InputNumber } from 'antd';
import type { ReactElement } from 'react';

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
        作出承诺
      </Checkbox>
      {promise !== undefined && (
        <>
          于
          <Input
            type="date"
            className="day"
            aria-label="承诺日期"
            value={promise.byDay ?? ''}
            onChange={(event) => set({ ...promise, byDay: event.target.value })}
          />
          前再配备
          <InputNumber
            aria-label="承诺人数"
            min={1}
            precision={0}
            value={promise.count}
            onChange={(count) => set({ ...promise, count: count ?? undefined })}
          />
          名
        </>
      )}
    </div>
  );
}
