import type { ReactNode } from 'react';
import type { Tone } from '../record/StatusBadge';

/** A message that stands in the page until its cause is gone. */
export function Notice(props: {
  tone?: Tone;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** Read out when it appears. Default false. */
  announce?: boolean;
}) {
  const { tone = 'information', title, children, actions, announce } = props;
  return (
    <div
      className="hub-notice"
      data-tone={tone}
      role={announce ? 'status' : undefined}
    >
      <p className="hub-notice-title">{title}</p>
      {children && <div>{children}</div>}
      {actions && <div className="hub-row">{actions}</div>}
    </div>
  );
}
