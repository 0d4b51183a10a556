import type { ReactElement, ReactNode } from 'react';

/** Nothing here, and what to do about it. */
export function EmptyState(props: { title: string; hint?: ReactNode; children?: ReactNode }): ReactElement {
  return (
    <div className="empty">
      <p className="empty-title">{props.title}</p>
      {props.hint !== undefined && <p className="muted">{props.hint}</p>}
      {props.children !== undefined && <div className="empty-actions">{props.children}</div>}
    </div>
  );
}
