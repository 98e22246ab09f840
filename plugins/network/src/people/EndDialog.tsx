import type { ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import {
  DateField,
  HubForm,
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
    <Dialog
      className="hub-dialog"
      isOpen
      onOpenChange={open => !open && onClose()}
    >
      <DialogHeader>{title}</DialogHeader>
      <HubForm
        onSubmit={props.onConfirm}
        errors={props.errors}
        problem={problem}
      >
        <DialogBody className="hub-dialog-body">
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
        </DialogBody>
        <DialogFooter className="hub-dialog-footer">
          <Button
            type="submit"
            size="medium"
            variant="primary"
            destructive
            isPending={props.isPending}
          >
            {confirmLabel}
          </Button>
          <Button size="medium" variant="tertiary" onPress={onClose}>
            Cancel
          </Button>
        </DialogFooter>
      </HubForm>
    </Dialog>
  );
}
