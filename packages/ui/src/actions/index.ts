export {
  RecordActionFrame,
  type ActionFormFrame,
  type ActionFormWords,
} from './RecordActionFrame';
export { useSeenRecord, type RecordChangesOf } from './useSeenRecord';
export { useOpenAction } from './useOpenAction';
