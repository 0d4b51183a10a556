import type { ReactElement } from 'react';

/** The mark of `icon.svg`, in the page itself: a picture by address is one more file to wait for, and a document of its own to draw. */
export function BrandMark({ size }: { size: number }): ReactElement {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#1d5c85" />
      <path
        d="M8 17.5l5.2 5.2L24 10.5"
        fill="none"
        stroke="#fff"
        strokeWidth="3.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
