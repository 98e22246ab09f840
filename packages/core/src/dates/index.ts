export * from './calendarDate';
export * from './formatting';
export * from './holidayCalendar';
export * from './instant';
