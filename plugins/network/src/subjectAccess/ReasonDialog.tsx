import { useState, type ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { HubForm, RadioGroup, type ProblemError } from '@imsa-hub/ui';

/** Asks for a reason out of a list, because the audit trail keeps no free text. */
export function ReasonDialog<R extends string>(props: {
  title: string;
  /** What will happen. */
  children: ReactNode;
  reasons: Readonly<Record<R, string>>;
  confirmLabel: string;
  destructive?: boolean;
  isPending: boolean;
  problem: ProblemError | null;
  onConfirm(reason: R): void;
  onClose(): void;
}) {
  const { title, reasons, confirmLabel, onClose } = props;
  const [reason, setReason] = useState<R | ''>('');
  const [isMissing, setIsMissing] = useState(false);
  const choices = (Object.keys(reasons) as R[]).map(value => ({
    value,
    label: reasons[value],
  }));
  const confirm = () => {
    setIsMissing(reason === '');
    if (reason !== '') props.onConfirm(reason);
  };
  return (
    <Dialog
      className="hub-dialog"
      isOpen
      onOpenChange={open => !open && onClose()}
    >
      <DialogHeader>{title}</DialogHeader>
      <HubForm
        onSubmit={confirm}
        problem={props.problem}
        errors={
          isMissing
            ? [{ field: 'reason', message: 'Choose a reason' }]
            : undefined
        }
      >
        <DialogBody className="hub-dialog-body">
          {props.children}
          <RadioGroup<R>
            name="reason"
            label="Why"
            choices={choices}
            value={reason}
            onChange={chosen => setReason(chosen)}
          />
        </DialogBody>
        <DialogFooter className="hub-dialog-footer">
          <Button
            type="submit"
            size="medium"
            variant="primary"
            destructive={props.destructive}
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
