import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@backstage/ui';
import type { QueryAction, QueryRecord } from '@imsa-hub/advice-common';
import {
  ConflictNotice,
  FormActions,
  HubForm,
  Notice,
  Section,
  useLeaveClosedRecord,
  useToast,
  type FieldError,
  type ProblemError,
} from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { useQueryAction } from '../api/useQueryAction';
import { useCheck } from './useCheck';
import { useSeenRecord } from './useSeenRecord';

/** What the form of one action needs around its fields. */
export interface ActionFrameProps {
  action: QueryAction;
  record: QueryRecord;
  title: string;
  lead?: ReactNode;
  submitLabel: string;
  destructive?: boolean;
  /** Not yet: something this waits for is under way. */
  isWaiting?: boolean;
  /** What the page itself finds wrong; asked when the button is pressed. */
  check?(): readonly FieldError[];
  /** What is sent, without the version. */
  body(): object;
  /** Said when it is done. */
  doneMessage: string;
  /** Throws the kept words away, once they have arrived. */
  onDone(): void;
  onClose(): void;
  /** `onDone` leads to another page; there is nothing left to put away. */
  leaves?: boolean;
  /** The fields; a function where they follow from what was refused. */
  children?: ReactNode | ((problem: ProblemError | null) => ReactNode);
}

/**
 * The form of one action: its fields, its one button, what went wrong, and
 * both versions where somebody else was faster.
 */
export function ActionFrame(props: ActionFrameProps) {
  const { action, record, title, onClose } = props;
  const box = useRef<HTMLDivElement>(null);
  const toast = useToast();
  const leaveClosed = useLeaveClosedRecord(pagePaths.queue);
  const { changes, version } = useSeenRecord(record);
  const { send, isPending, problem } = useQueryAction({
    id: record.id,
    verb: action,
  });
  const { errors, checkNow } = useCheck(props.check);
  const isAllowed = record.allowedActions.includes(action);

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
    <div ref={box} tabIndex={-1} role="group" aria-label={title}>
      <Section title={title} lead={props.lead}>
        {changes.length > 0 && (
          <ConflictNotice
            rows={changes}
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
            The query has moved on. Your words stay here until you close this
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
