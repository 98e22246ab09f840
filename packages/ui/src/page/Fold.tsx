import { useState, type ReactNode } from 'react';

const WIDE = '(min-width: 48rem)';

/** Folded away where the screen is narrow, so that what matters is near. */
export function Fold(props: { title: string; children: ReactNode }) {
  const [isWide] = useState(() => window.matchMedia?.(WIDE).matches ?? true);
  return (
    <details className="hub-fold" open={isWide}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  );
}
