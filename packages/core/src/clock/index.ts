export * from './workingHours';
export * from './workingTime';
export * from './clockTarget';
export type { OpenSpan, WorkingCalendar } from './openSpans';
