export {
  QueueTable,
  type QueueColumnConfig,
  type QueueTableProps,
} from './QueueTable';
