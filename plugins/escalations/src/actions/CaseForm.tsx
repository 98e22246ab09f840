import type { ReactNode } from 'react';
import {
  EscalationRecordSchema,
  type EscalationAction,
} from '@imsa-hub/escalations-common';
import {
  checkRequest,
  RecordActionFrame,
  useDraft,
  type ActionFormWords,
  type FieldError,
  type ProblemError,
} from '@imsa-hub/ui';
import type { z } from 'zod';
import { keys } from '../api/keys';
import { apiPaths, pagePaths } from '../api/paths';
import { recordChanges } from '../record/recordChanges';
import type { CaseFormProps } from './CaseFormProps';

interface Props<T extends object> extends CaseFormProps, ActionFormWords {
  action: EscalationAction;
  /** The contract of what is sent, version included. */
  schema: z.ZodType;
  /** What stands in the form before anything is typed. */
  initial: T;
  /** What is sent; the typed values themselves unless said otherwise. */
  body?(value: T): object;
  /** Words for fields in which nothing is chosen yet. */
  say?: Readonly<Record<string, string>>;
  /** What the contract cannot know. */
  check?(value: T): readonly FieldError[];
  destructive?: boolean;
  /** Where it leads; the case may be out of sight then. */
  onLeave?(): void;
  children?(form: {
    value: T;
    change(part: Partial<T>): void;
    problem: ProblemError | null;
  }): ReactNode;
}

/**
 * The form of one action on a case. What is typed is kept through a reload, a
 * conflict and a wrong turn until it has arrived.
 */
export function CaseForm<T extends object>(props: Props<T>) {
  const { action, record, item, schema, initial, say, onLeave } = props;
  const [value, setValue, clear] = useDraft<T>({
    key: ['escalations', action, record.id, item].filter(Boolean).join('.'),
    initial,
  });
  const change = (part: Partial<T>) => setValue({ ...value, ...part });
  const body = () => props.body?.(value) ?? value;
  return (
    <RecordActionFrame
      title={props.title}
      lead={props.lead}
      submitLabel={props.submitLabel}
      doneMessage={props.doneMessage}
      destructive={props.destructive}
      leaves={onLeave !== undefined}
      record={record}
      isAllowed={record.allowedActions.includes(action)}
      path={apiPaths.does(record.id, action)}
      schema={EscalationRecordSchema}
      invalidates={[keys.boardAll, keys.day, keys.load]}
      changesOf={recordChanges}
      noun="case"
      list={pagePaths.desk}
      closedWords={
        action === 'set-organisation'
          ? undefined
          : `${props.doneMessage}. Your access has ended with it.`
      }
      keepLabel="Do it on the newer version"
      check={() => [
        ...checkRequest({
          schema,
          request: { ...body(), version: record.version },
          say,
        }),
        ...(props.check?.(value) ?? []),
      ]}
      body={body}
      onDone={() => {
        clear();
        onLeave?.();
      }}
      onClose={props.onClose}
    >
      {problem => props.children?.({ value, change, problem })}
    </RecordActionFrame>
  );
}
