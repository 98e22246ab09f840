export { isDay } from './isDay';
export {
  emptyEvent,
  eventBody,
  wholeEvents,
  type EventDraft,
} from './eventDraft';
export { datesIn, FurtherDates } from './FurtherDates';
export { EventFields } from './EventFields';
export {
  CORRECT_EVENT_WORDS,
  CorrectEventFields,
  correctEventBody,
  correctionOf,
  type CorrectEventDraft,
} from './CorrectEventFields';
export { LimitsOfEvents } from './LimitsOfEvents';
export { EventList } from './EventList';
export { eventsInWords, type RecordedEvent } from './recordedEvent';
