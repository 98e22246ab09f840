import { useState, type ReactNode } from 'react';

const WIDE = '(min-width: 48rem)';

/** Folded away where the screen is narrow, so that the list is near. */
export function Fold(props: { title: string; children: ReactNode }) {
  const [isWide] = useState(() => window.matchMedia?.(WIDE).matches ?? true);
  return (
    <details className="case-fold" open={isWide}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  );
}
