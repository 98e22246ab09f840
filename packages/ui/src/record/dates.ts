const LONDON = 'Europe/London';
const DAY_MS = 86_400_000;

const DATE = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const ISO_DATE = new Intl.DateTimeFormat('en-CA', { timeZone: LONDON });

/** The calendar date in London at a moment, `YYYY-MM-DD`. */
export function londonDate(moment: Date): string {
  return ISO_DATE.format(moment);
}

/** A `YYYY-MM-DD` as people write it: "3 March 2027". */
export function writtenDate(date: string): string {
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) ? date : DATE.format(parsed);
}

/** An ISO moment on London clocks: "3 Mar 2027, 14:05". */
export function writtenMoment(moment: string): string {
  const parsed = new Date(moment);
  return Number.isNaN(parsed.getTime()) ? moment : MOMENT.format(parsed);
}

/** Whole days from one `YYYY-MM-DD` to another; negative when it is past. */
export function daysBetween(options: { from: string; to: string }): number {
  const from = Date.parse(`${options.from}T00:00:00Z`);
  const to = Date.parse(`${options.to}T00:00:00Z`);
  return Math.round((to - from) / DAY_MS);
}

/** How far off a date is: "today", "in 3 days", "2 days late". */
export function distanceInWords(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days > 1) return `in ${days} days`;
  if (days === -1) return '1 day late';
  return `${-days} days late`;
}

/** How long ago a moment was: "just now", "5 minutes ago", "3 days ago". */
export function agoInWords(options: { moment: string; now: Date }): string {
  const minutes = Math.floor(
    (options.now.getTime() - Date.parse(options.moment)) / 60_000,
  );
  if (Number.isNaN(minutes)) return options.moment;
  if (minutes < 1) return 'just now';
  if (minutes < 60)
    return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
  const days = Math.floor(hours / 24);
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
