import type { ReactElement, ReactNode } from 'react';
import { t } from './t.js';

interface Props {
  label: string;
  required?: boolean;
  hint?: ReactNode;
  fault?: string | undefined;
  /** A group of controls gets a legend instead of a label. */
  group?: boolean;
  children: ReactNode;
}

/** A control with its name, what to know about it, and what is wrong with it. */
export function Field({ label, required, hint, fault, group, children }: Props): ReactElement {
  const name = (
    <span className="field-label">
      {label}
      {required === true && <span className="required"> {t('必填')}</span>}
    </span>
  );
  const rest = (
    <>
      {children}
      {hint !== undefined && <span className="field-hint">{hint}</span>}
      {fault !== undefined && (
        <span className="fault" role="alert">
          {fault}
        </span>
      )}
    </>
  );
  if (group !== true) {
    return (
      <label className="field">
        {name}
        {rest}
      </label>
    );
  }
  return (
    <div className="field" role="group" aria-label={label}>
      {name}
      {rest}
    </div>
  );
}
