import type { ReactElement, ReactNode } from 'react';

interface Props {
  title: string;
  /** Where it belongs, above the title. */
  above?: ReactNode;
  /** What is known of the whole, below it. */
  below?: ReactNode;
  /** Switches and buttons for the whole page. */
  children?: ReactNode;
}

/** The head of a page: what it is about on one side, what speaks for all of it on the other. */
export function PageHead({ title, above, below, children }: Props): ReactElement {
  return (
    <header className="page-head">
      <div>
        {above !== undefined && <p className="muted">{above}</p>}
        <h1>{title}</h1>
        {below}
      </div>
      {children !== undefined && <div className="buttons">{children}</div>}
    </header>
  );
}
