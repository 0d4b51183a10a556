import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';

interface Props {
  on: boolean;
  /** How many have not answered. */
  count: number;
  onChange: (on: boolean) => void;
  children: ReactNode;
}

/** From a list of everybody to those who must be asked again, and back. */
export function ChaseToggle({ on, count, onChange, children }: Props): ReactElement | null {
  if (count === 0 && !on) return null;
  return (
    <Button size="small" type={on ? 'primary' : 'default'} ghost={on} aria-pressed={on} onClick={() => onChange(!on)}>
      {children} {count}
    </Button>
  );
}
