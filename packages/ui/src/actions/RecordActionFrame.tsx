import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@backstage/ui';
import type { FieldError, ProblemError } from '../api/ProblemError';
import type { VersionedRecord } from '../api/FreshRecords';
import {
  useRecordAction,
  type RecordActionOptions,
} from '../api/useRecordAction';
import { ConflictNotice } from '../feedback/ConflictNotice';
import { Notice } from '../feedback/Notice';
import { useToast } from '../feedback/useToast';
import { FormActions } from '../forms/FormActions';
import { HubForm } from '../forms/HubForm';
import { useCheck } from '../forms/useCheck';
import { Section } from '../page/Section';
import { useLeaveClosedRecord } from '../record/useLeaveClosedRecord';
import { useSeenRecord, type RecordChangesOf } from './useSeenRecord';

/** What the form of one action needs around its fields. */
export interface ActionFormWords {
  title: string;
  lead?: ReactNode;
  submitLabel: string;
  /** Said when it is done. */
  doneMessage: string;
}

/** The form of one action, around its fields. */
export interface ActionFormFrame extends ActionFormWords {
  destructive?: boolean;
  /** Not yet: something this waits for is under way. */
  isWaiting?: boolean;
  /** What the page itself finds wrong; asked when the button is pressed. */
  check?(): readonly FieldError[];
  /** What is sent, without the version. */
  body(): object;
  /** Throws the kept words away, once they have arrived. */
  onDone(): void;
  onClose(): void;
  /** `onDone` leads to another page; there is nothing left to put away. */
  leaves?: boolean;
  /** The fields; a function where they follow from what was refused. */
  children?: ReactNode | ((problem: ProblemError | null) => ReactNode);
}

interface RecordActionFrameProps<R extends VersionedRecord>
  extends ActionFormFrame, RecordActionOptions<R> {
  record: R;
  /** Whether the backend allows it on the record as it is now. */
  isAllowed: boolean;
  changesOf: RecordChangesOf<R>;
  /** What the record is called: "query". */
  noun: string;
  /** Where to go once the record is out of this person's sight: `/advice`. */
  list: string;
  /** Said then; where nothing is given, that it concerns their employer. */
  closedWords?: string;
  /** The button that goes on in spite of a newer version. */
  keepLabel?: string;
}

/**
 * The form of one action: its fields, its one button, what went wrong, and
 * both versions where somebody else was faster.
 */
export function RecordActionFrame<R extends VersionedRecord>(
  props: RecordActionFrameProps<R>,
) {
  const { record, isAllowed, changesOf, noun, title, onClose } = props;
  const box = useRef<HTMLDivElement>(null);
  const toast = useToast();
  const leaveClosed = useLeaveClosedRecord(props.list, props.closedWords);
  const { changes, version } = useSeenRecord({ record, changesOf });
  const { send, isPending, problem } = useRecordAction(props);
  const { errors, checkNow } = useCheck(props.check);

  useEffect(() => box.current?.focus(), []);

  const submit = (withVersion: number) => {
    if (checkNow()) return;
    send(
      { ...props.body(), version: withVersion },
      {
        onDone: fresh => {
          props.onDone();
          if (!fresh && !props.leaves) {
            leaveClosed();
            return;
          }
          toast({ message: props.doneMessage });
          if (!props.leaves) onClose();
        },
      },
    );
  };

  return (
    <div
      ref={box}
      tabIndex={-1}
      role="group"
      aria-label={title}
      className="hub-action-form"
    >
      <Section title={title} lead={props.lead}>
        {changes.length > 0 && (
          <ConflictNotice
            rows={changes}
            keepLabel={props.keepLabel}
            onKeepMine={isAllowed ? () => submit(record.version) : undefined}
            onTakeNewer={onClose}
          />
        )}
        {problem?.isStale && changes.length === 0 && isAllowed && (
          <Notice tone="warning" title="Somebody else was here first" announce>
            {problem.detail} What they changed does not touch this form: press
            the button again.
          </Notice>
        )}
        {!isAllowed && !isPending && (
          <Notice tone="warning" title="This can no longer be done">
            The {noun} has moved on. Your words stay here until you close this
            form.
          </Notice>
        )}
        <HubForm
          label={title}
          onSubmit={() => submit(version)}
          errors={errors}
          problem={problem}
        >
          {typeof props.children === 'function'
            ? props.children(problem)
            : props.children}
          <FormActions>
            <Button
              type="submit"
              variant="primary"
              size="medium"
              destructive={props.destructive}
              isDisabled={!isAllowed}
              isPending={isPending || props.isWaiting}
            >
              {props.submitLabel}
            </Button>
            <Button variant="tertiary" size="medium" onPress={onClose}>
              Not now
            </Button>
          </FormActions>
        </HubForm>
      </Section>
    </div>
  );
}
