import type { EscalationRecord } from '@imsa-hub/escalations-common';

/** What every form of an action is given. */
export interface CaseFormProps {
  record: EscalationRecord;
  /** What of the case it is about, where it was opened beside it: a task. */
  item: string;
  /** Puts the form away. What was typed is kept for the next time. */
  onClose(): void;
}
