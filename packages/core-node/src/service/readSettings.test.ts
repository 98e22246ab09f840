import { ConfigReader } from '@backstage/config';
import { DEFAULT_WORKING_HOURS } from '@imsa-hub/core';
import { z } from 'zod';
import { readSettings, readWorkingHours, settingOf } from './readSettings';

const schema = z
  .strictObject({
    hours: settingOf(z.number().positive('Enter hours above zero')).default(8),
  })
  .prefault({});
const read = (hub: object) =>
  readSettings({
    config: new ConfigReader({ hub } as never),
    key: 'hub.part',
    schema,
  });

describe('settings', () => {
  it.each([
    [{}, 8],
    [{ part: {} }, 8],
    [{ part: { hours: 4 } }, 4],
    [{ part: { hours: '4.5' } }, 4.5],
  ])('%j are read', (hub, hours) => expect(read(hub)).toEqual({ hours }));

  it.each([
    [{ hour: 4 }, 'hub.part.hour is no setting of the hub'],
    [{ hours: 0 }, 'hub.part.hours: Enter hours above zero'],
    [{ hours: 'soon' }, 'hub.part.hours: '],
    [{ hours: '' }, 'hub.part.hours: '],
    [{ hours: [4] }, 'hub.part.hours: '],
    ['eight', 'hub.part: '],
  ])('%j stop the start', (part, says) =>
    expect(() => read({ part })).toThrow(says),
  );
});

describe('working hours', () => {
  const of = (workingHours?: object) =>
    readWorkingHours(new ConfigReader({ hub: { workingHours } } as never));
  const { zone, ...week } = DEFAULT_WORKING_HOURS;
  const split = [
    { from: '09:00', to: '12:30' },
    { from: '13:30', to: '17:00' },
  ];

  it('are nine to five unless set', () =>
    expect(of()).toEqual(DEFAULT_WORKING_HOURS));

  it('take a split day', () =>
    expect(of({ ...week, monday: split })).toMatchObject({
      zone,
      monday: split,
      tuesday: week.tuesday,
    }));

  it.each([
    [{ ...week, monday: [...split].reverse() }, 'hub.workingHours.monday: Put'],
    [
      { ...week, friday: [{ from: '9', to: '17:00' }] },
      'hub.workingHours.friday.0.from: Enter a time',
    ],
    [{ ...week, zone: 'Mars/North' }, 'hub.workingHours.zone: Give a time'],
    [{ ...week, weekend: [] }, 'hub.workingHours.weekend is no setting'],
    [{ monday: split }, 'hub.workingHours.tuesday: '],
    [
      Object.fromEntries(Object.keys(week).map(day => [day, []])),
      'hub.workingHours: Give working hours on at least one day',
    ],
  ])('%j stop the start', (hours, says) =>
    expect(() => of(hours)).toThrow(says),
  );
});
