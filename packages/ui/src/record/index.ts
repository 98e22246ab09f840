export { StatusBadge, type Tone } from './StatusBadge';
export { DeadlineTag, type DeadlineTagProps } from './DeadlineTag';
export { Timeline, type TimelineEntry } from './Timeline';
export { useLeaveClosedRecord } from './useLeaveClosedRecord';
export { Moment } from './Moment';
export {
  agoInWords,
  daysBetween,
  distanceInWords,
  londonDate,
  writtenDate,
  writtenMoment,
} from './dates';
export { LongText } from './LongText';
export { LimitList, type LimitLine } from './LimitList';
export { Marked } from './Marked';
export { OpeningsSection } from './OpeningsSection';
