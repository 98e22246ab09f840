import { useState, type ReactNode } from 'react';
import { REASON_TEXT } from '@imsa-hub/core';
import { FormDialog } from '../forms/FormDialog';
import { useKept } from '../forms/useKept';
import { RadioGroup } from '../forms/RadioGroup';
import { ConfidentialTextArea } from '../forms/ConfidentialTextArea';
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
  /** Asks for one of these instead, because no free text is kept. */
  reasons?: Readonly<Record<string, string>>;
  isPending?: boolean;
  /** What the backend answered. */
  problem?: ProblemError | null;
  /** The reason as it was written, or the chosen one's key. */
  onConfirm(reason: string): void;
  onClose(): void;
}

const REASON = 'reason';

/** Asks for confirmation, and for a reason where one is recorded. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { reasonLabel, reasons, onClose } = props;
  const [reason, setReason] = useKept({
    key: `confirm.${props.title}`,
    initial: '',
  });
  const [isMissing, setIsMissing] = useState(false);
  const isAsked = Boolean(reasonLabel) || reasons !== undefined;
  const isRequired = isAsked && !props.reasonOptional;

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
  const message = reasons ? 'Choose a reason' : 'Give a reason';

  return (
    <FormDialog
      isOpen={props.isOpen}
      title={props.title}
      submitLabel={props.confirmLabel}
      destructive={props.destructive}
      isPending={props.isPending}
      errors={isMissing ? [{ field: REASON, message }] : undefined}
      problem={props.problem}
      onSubmit={confirm}
      onClose={close}
    >
      {props.children}
      {reasons && (
        <RadioGroup
          name={REASON}
          label={reasonLabel ?? 'Why'}
          choices={Object.entries(reasons).map(([value, label]) => ({
            value,
            label,
          }))}
          value={reason}
          onChange={setReason}
        />
      )}
      {reasonLabel && !reasons && (
        <ConfidentialTextArea
          name={REASON}
          label={reasonLabel}
          hint={props.reasonHint}
          optional={props.reasonOptional}
          maxLength={REASON_TEXT}
          rows={3}
          value={reason}
          onChange={setReason}
        />
      )}
    </FormDialog>
  );
}
