import type { ReactNode } from 'react';
import {
  DateField,
  FormDialog,
  type FieldError,
  type ProblemError,
} from '@imsa-hub/ui';

/** Asks from which day something ends, and says what follows. */
export function EndDialog(props: {
  title: string;
  /** What ending it does. */
  consequence: string;
  confirmLabel: string;
  /** As the contract names the date. */
  dateName: string;
  date: string;
  onDate(date: string): void;
  children?: ReactNode;
  /** What is missing, before anything is sent. */
  errors?: readonly FieldError[];
  isPending: boolean;
  problem: ProblemError | null;
  onConfirm(): void;
  onClose(): void;
}) {
  const { title, consequence, confirmLabel, problem, onClose } = props;
  return (
    <FormDialog
      destructive
      title={title}
      submitLabel={confirmLabel}
      isPending={props.isPending}
      errors={props.errors}
      problem={problem}
      onSubmit={props.onConfirm}
      onClose={onClose}
    >
      <p>{consequence}</p>
      {problem?.isStale && (
        <p className="hub-caution">
          Somebody changed this record. Close this and look at it again.
        </p>
      )}
      <DateField
        name={props.dateName}
        label="First day on which it no longer holds"
        value={props.date}
        onChange={props.onDate}
      />
      {props.children}
    </FormDialog>
  );
}
