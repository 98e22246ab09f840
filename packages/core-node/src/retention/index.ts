export { createRetention, type Retention } from './createRetention';
export type {
  KeptRecords,
  KeptRow,
  RetentionPatch,
  RetentionSettings,
} from './KeptRecords';
export { RETENTION_BEGINS_ANEW, retainUntil } from './retainUntil';
export { retentionRoutes } from './retentionRoutes';
export { retentionSettings } from './retentionSettings';
export { createRetentionSteps } from './RetentionSteps';
