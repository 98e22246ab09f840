import { z } from 'zod';

const TimeSchema = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, {
  error: 'Enter a time from 00:00 to 24:00, like 09:30',
});

const DaySchema = z
  .array(z.strictObject({ from: TimeSchema, to: TimeSchema }))
  .refine(spans => spans.every(({ from, to }) => from < to), {
    error: 'Each span must end after it begins',
  })
  .refine(
    spans =>
      spans.every(({ from }, index) => {
        const before = spans[index - 1];
        return before === undefined || before.to <= from;
      }),
    { error: 'Put the spans of a day in order, without overlap' },
  );

/** The days of a week as they are named in settings, Monday first. */
export const WEEKDAY_NAMES = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/**
 * When the Hub works: for each weekday its spans in local time (several for a
 * split day, none for a closed one), in one zone. Bank holidays are closed
 * besides. At least one span a week, or no clock could ever run out. Never change
 * one in place: its days are remembered by object.
 */
export const WorkingHoursSchema = z
  .strictObject({
    zone: z.string().default('Europe/London'),
    monday: DaySchema,
    tuesday: DaySchema,
    wednesday: DaySchema,
    thursday: DaySchema,
    friday: DaySchema,
    saturday: DaySchema,
    sunday: DaySchema,
  })
  .refine(hours => WEEKDAY_NAMES.some(day => hours[day].length > 0), {
    error: 'Give working hours on at least one day of the week',
  })
  .refine(({ zone }) => isZone(zone), {
    path: ['zone'],
    error: 'Give a time zone like Europe/London',
  });
export type WorkingHours = z.infer<typeof WorkingHoursSchema>;

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-GB', { timeZone: zone }));
  } catch {
    return false;
  }
}

const NINE_TO_FIVE = [{ from: '09:00', to: '17:00' }];

/** Monday to Friday, 09:00 to 17:00 in London: what holds until it is set. */
export const DEFAULT_WORKING_HOURS: WorkingHours = {
  zone: 'Europe/London',
  monday: NINE_TO_FIVE,
  tuesday: NINE_TO_FIVE,
  wednesday: NINE_TO_FIVE,
  thursday: NINE_TO_FIVE,
  friday: NINE_TO_FIVE,
  saturday: [],
  sunday: [],
};
