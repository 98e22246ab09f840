import type { ReactNode } from 'react';

/** Nothing to show: says so, why, and what to do next. */
export function EmptyState(props: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="hub-empty">
      <p className="hub-empty-title">{props.title}</p>
      {props.children && <div>{props.children}</div>}
      {props.actions && <div className="hub-row">{props.actions}</div>}
    </div>
  );
}
