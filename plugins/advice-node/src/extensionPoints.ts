import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { DocumentTemplate } from './DocumentTemplate';
import type { QueueColumnValues } from './QueueColumnValues';
import type { TriageRule } from './TriageRule';

/** Takes rules that order the queue. An id in use throws. */
export interface AdviceTriageExtensionPoint {
  addRule(rule: TriageRule): void;
}
export const adviceTriageExtensionPoint =
  createExtensionPoint<AdviceTriageExtensionPoint>({ id: 'advice.triage' });

/** Takes templates of replies. An id in use throws. */
export interface AdviceTemplatesExtensionPoint {
  addTemplate(template: DocumentTemplate): void;
}
export const adviceTemplatesExtensionPoint =
  createExtensionPoint<AdviceTemplatesExtensionPoint>({
    id: 'advice.templates',
  });

/** Takes values for columns that pages add to the queue. An id in use throws. */
export interface QueueColumnsExtensionPoint {
  addColumn(column: QueueColumnValues): void;
}
export const queueColumnsExtensionPoint =
  createExtensionPoint<QueueColumnsExtensionPoint>({
    id: 'advice.queue-columns',
  });
