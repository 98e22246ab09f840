import type { ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { FieldError, ProblemError } from '../api/ProblemError';
import { HubForm } from './HubForm';

/** A short form in a dialog of its own. */
export interface FormDialogProps {
  /** Open unless told. */
  isOpen?: boolean;
  title: string;
  /** The verb on the button: "Add the day". */
  submitLabel: string;
  destructive?: boolean;
  isPending?: boolean;
  /** What the page itself finds wrong. */
  errors?: readonly FieldError[];
  /** What the backend answered. */
  problem?: ProblemError | null;
  onSubmit(): void;
  onClose(): void;
  children?: ReactNode;
}

/** Its heading, its fields, its one button and a way out. */
export function FormDialog(props: FormDialogProps) {
  const { isOpen = true, title, onClose } = props;
  return (
    <Dialog
      className="hub-dialog"
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
    >
      <DialogHeader>{title}</DialogHeader>
      <HubForm
        onSubmit={props.onSubmit}
        errors={props.errors}
        problem={props.problem}
      >
        <DialogBody className="hub-dialog-body">{props.children}</DialogBody>
        <DialogFooter className="hub-dialog-footer">
          <Button
            type="submit"
            size="medium"
            variant="primary"
            destructive={props.destructive}
            isPending={props.isPending}
          >
            {props.submitLabel}
          </Button>
          <Button size="medium" variant="tertiary" onPress={onClose}>
            Cancel
          </Button>
        </DialogFooter>
      </HubForm>
    </Dialog>
  );
}
