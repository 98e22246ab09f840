const HOUR = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  hourCycle: 'h23',
});
const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** "Good morning, Ada", by the clock in London. */
export function greeting(options: { name: string; now: Date }): string {
  const hour = Number(HOUR.format(options.now));
  const [first = options.name] = options.name.split(' ');
  if (hour < 12) return `Good morning, ${first}`;
  if (hour < 18) return `Good afternoon, ${first}`;
  return `Good evening, ${first}`;
}

/** "Monday, 23 November 2026", by the calendar in London. */
export function today(now: Date): string {
  return DAY.format(now);
}
