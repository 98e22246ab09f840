import type { ReactNode } from 'react';

/** What every field has. */
export interface FieldProps {
  /** As the contract names it: `question`, `events.0.date`. */
  name: string;
  label: string;
  /** Help beneath the label. */
  hint?: ReactNode;
  /** A message of the page; messages of the backend arrive by themselves. */
  error?: string;
  /** Says "(optional)" beside the label. Fields are required otherwise. */
  optional?: boolean;
  disabled?: boolean;
}

/** One of several to choose from. */
export interface Choice<V extends string = string> {
  value: V;
  label: string;
  hint?: ReactNode;
}
