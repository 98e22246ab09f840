import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { useShortcut } from '@imsa-hub/ui';
import type { CaseAction } from '../actions/actionLabels';

/** `n` adds to the timeline, `t` adds a task, `p` prints. */
export function useRecordKeys(options: {
  record: EscalationRecord;
  show(action: CaseAction): void;
}): void {
  const { record, show } = options;
  const may = (action: CaseAction) => record.allowedActions.includes(action);
  useShortcut({
    key: 'n',
    what: 'Add to the timeline',
    enabled: may('note'),
    run: () => show('note'),
  });
  useShortcut({
    key: 't',
    what: 'Add a task',
    enabled: may('add-task'),
    run: () => show('add-task'),
  });
  useShortcut({
    key: 'p',
    what: 'Print the case',
    run: () => window.print(),
  });
}
