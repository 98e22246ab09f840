import type { QueryRecord } from '@imsa-hub/advice-common';
import { type FieldError, needed, type ProblemError } from '@imsa-hub/ui';
import type { ReactNode } from 'react';
import { AlsoToField } from './AlsoToField';
import { isFirstReplyLate, LateReasonField } from './LateReasonField';
import { useActionDraft } from './useActionDraft';

/** What is asked of whoever sends a reply, be it theirs or one they read. */
export function useSending(options: {
  record: QueryRecord;
  action: 'send' | 'approve';
}): {
  fields(problem: ProblemError | null): ReactNode;
  check(): FieldError[];
  body(): object;
  clear(): void;
} {
  const { record, action } = options;
  const { value, change, clear } = useActionDraft<{
    lateReason: string;
    alsoTo: string[];
  }>({
    queryId: record.id,
    action,
    initial: { lateReason: '', alsoTo: [] },
  });
  const late = isFirstReplyLate(record);
  const offered = new Set(record.mergedHere?.map(({ id }) => id));
  const alsoTo = value.alsoTo.filter(id => offered.has(id));
  return {
    clear,
    check: () =>
      late
        ? needed([
            {
              field: 'lateReason',
              value: value.lateReason,
              message: 'Say why the first reply is late',
            },
          ])
        : [],
    body: () => ({
      ...(value.lateReason ? { lateReason: value.lateReason } : {}),
      ...(alsoTo.length > 0 ? { alsoTo } : {}),
    }),
    fields: problem => (
      <>
        <AlsoToField
          record={record}
          value={alsoTo}
          onChange={chosen => change({ alsoTo: chosen })}
        />
        <LateReasonField
          label="Why is the first reply late?"
          isLate={late}
          problem={problem}
          value={value.lateReason}
          onChange={lateReason => change({ lateReason })}
        />
      </>
    ),
  };
}
