const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether something is a day that exists, and not one that is being typed. */
export function isDay(date: unknown): date is string {
  if (typeof date !== 'string' || !DATE.test(date)) return false;
  const parsed = new Date(`${date}T00:00:00Z`);
  return (
    !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)
  );
}
