import { Checkbox } from 'antd';
import type { ReactElement } from 'react';
import { choiceLabel } from './field-words.js';

/** Several of a closed list, e.g. the matters of a prior report. */
export function ManyChoices(props: {
  values: readonly string[];
  value: unknown;
  set: (next: string[]) => void;
}): ReactElement {
  const { values, value, set } = props;
  return (
    <Checkbox.Group
      className="stacked"
      value={value as string[]}
      options={values.map((one) => ({ value: one, label: choiceLabel(one) }))}
      onChange={(next) => set(next)}
    />
  );
}
