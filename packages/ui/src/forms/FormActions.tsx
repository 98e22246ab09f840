import type { ReactNode } from 'react';

/** The buttons at the end of a form: the main one first. */
export function FormActions(props: { children: ReactNode }) {
  return <div className="hub-row hub-form-actions">{props.children}</div>;
}
