import {
  createExtensionBlueprint,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import type { QueueColumn } from './QueueColumn';

const columnDataRef = createExtensionDataRef<QueueColumn>().with({
  id: 'imsa-hub.advice.queue-column',
});

/**
 * A column in the queue of the advice line, from any plugin. Added columns
 * stand after the queue's own; on a phone they are lines of the card.
 */
export const QueueColumnBlueprint = createExtensionBlueprint({
  kind: 'advice-queue-column',
  attachTo: { id: 'page:advice', input: 'columns' },
  output: [columnDataRef],
  dataRefs: { column: columnDataRef },
  factory: (column: QueueColumn) => [columnDataRef(column)],
});
