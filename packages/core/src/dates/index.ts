export * from './calendarDate';
export * from './formatting';
export * from './holidayCalendar';
