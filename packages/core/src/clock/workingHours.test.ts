import {
  DEFAULT_WORKING_HOURS,
  WEEKDAY_NAMES,
  WorkingHoursSchema,
} from './workingHours';

const closed = Object.fromEntries(WEEKDAY_NAMES.map(day => [day, []]));
const onMonday = (...spans: Array<[string, string]>) => ({
  ...closed,
  monday: spans.map(([from, to]) => ({ from, to })),
});

describe('working hours', () => {
  it('come with a default that fits', () => {
    expect(WorkingHoursSchema.parse(DEFAULT_WORKING_HOURS)).toEqual(
      DEFAULT_WORKING_HOURS,
    );
  });

  it.each([
    [onMonday(['09:00', '12:30'], ['13:00', '17:00'])],
    [onMonday(['09:00', '12:30'], ['12:30', '24:00'])],
    [{ ...onMonday(['09:00', '17:00']), zone: 'Europe/Dublin' }],
  ])('%#: are taken', hours =>
    expect(WorkingHoursSchema.safeParse(hours).success).toBe(true),
  );

  it.each([
    ['no hours in the week', closed],
    ['an overlap', onMonday(['09:00', '13:00'], ['12:30', '17:00'])],
    ['the wrong order', onMonday(['13:00', '17:00'], ['09:00', '12:30'])],
    ['a span that ends first', onMonday(['17:00', '09:00'])],
    ['an empty span', onMonday(['09:00', '09:00'])],
    ['no such time', onMonday(['09:00', '25:00'])],
    ['a time without its nought', onMonday(['9:00', '17:00'])],
    ['no such zone', { ...onMonday(['09:00', '17:00']), zone: 'Mars/North' }],
    ['no such day', { ...onMonday(['09:00', '17:00']), someday: [] }],
  ])('with %s are refused', (_, hours) =>
    expect(WorkingHoursSchema.safeParse(hours).success).toBe(false),
  );
});
