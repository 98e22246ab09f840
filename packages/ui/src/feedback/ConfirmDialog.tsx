import { useState, type ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { HubForm } from '../forms/HubForm';
import { TextArea } from '../forms/TextArea';
import type { ProblemError } from '../api/ProblemError';

/** A question before something that cannot simply be undone. */
export interface ConfirmDialogProps {
  isOpen: boolean;
  /** A question: "Close this query?" */
  title: string;
  /** What will happen. */
  children?: ReactNode;
  /** The verb on the button: "Close query". */
  confirmLabel: string;
  destructive?: boolean;
  /** Asks for a reason in words; its label. */
  reasonLabel?: string;
  reasonHint?: ReactNode;
  reasonOptional?: boolean;
  isPending?: boolean;
  /** What the backend answered. */
  problem?: ProblemError | null;
  onConfirm(reason: string): void;
  onClose(): void;
}

const REASON = 'reason';
const LONGEST_REASON = 1_000;

/** Asks for confirmation, and for a reason where one is recorded. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, confirmLabel, reasonLabel, onClose } = props;
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const isRequired = Boolean(reasonLabel) && !props.reasonOptional;

  const close = () => {
    setReason('');
    setIsMissing(false);
    onClose();
  };
  const confirm = () => {
    const missing = isRequired && reason.trim() === '';
    setIsMissing(missing);
    if (!missing) props.onConfirm(reason.trim());
  };

  return (
    <Dialog
      className="hub-dialog"
      isOpen={isOpen}
      onOpenChange={open => !open && close()}
    >
      <DialogHeader>{title}</DialogHeader>
      <HubForm
        onSubmit={confirm}
        problem={props.problem}
        errors={
          isMissing ? [{ field: REASON, message: 'Give a reason' }] : undefined
        }
      >
        <DialogBody className="hub-dialog-body">
          {props.children}
          {reasonLabel && (
            <TextArea
              name={REASON}
              label={reasonLabel}
              hint={props.reasonHint}
              optional={props.reasonOptional}
              maxLength={LONGEST_REASON}
              rows={3}
              value={reason}
              onChange={setReason}
            />
          )}
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
          <Button size="medium" variant="tertiary" onPress={close}>
            Cancel
          </Button>
        </DialogFooter>
      </HubForm>
    </Dialog>
  );
}
