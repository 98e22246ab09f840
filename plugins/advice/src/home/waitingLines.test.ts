import type { AdviceDay } from '@imsa-hub/advice-common';
import { waitingLines } from './waitingLines';

const day: AdviceDay = {
  toTriage: 4,
  unclaimed: 100,
  mine: 2,
  toRead: 1,
  late: 1,
  mailToLog: 0,
  first: [],
  repliesToRead: [{ id: 'x', reference: 'ADV-7K3M9Q' }],
  doors: [],
};

const written = (doors: readonly string[], part: Partial<AdviceDay> = {}) =>
  waitingLines({
    day: { ...day, ...part },
    has: door => doors.includes(door),
  }).map(({ count, what }) => `${count} ${what}`);

describe('waitingLines', () => {
  it('names everything that waits for a coordinator, late first', () => {
    expect(written(['advice.answer', 'advice.triage'])).toEqual([
      '1 query is late',
      '4 to triage',
      '1 reply to read for a colleague',
      '2 in your hands',
      '100+ waiting for an adviser',
      '1 reply to read: ADV-7K3M9Q',
    ]);
  });

  it('names mail to those who log it', () => {
    expect(written(['advice.log-call'], { mailToLog: 3 })).toContain(
      '3 mails to be logged',
    );
    expect(written(['advice.answer'], { mailToLog: 3 }).join()).not.toMatch(
      'mail',
    );
  });

  it('leaves triage out for those who may not', () => {
    expect(written(['advice.answer'])).not.toContain('4 to triage');
  });

  it('tells an IMSA only of replies', () => {
    expect(written(['advice.use', 'advice.ask'])).toEqual([
      '1 reply to read: ADV-7K3M9Q',
    ]);
  });

  it('leaves out what nothing waits in', () => {
    expect(written(['advice.answer'], { late: 0, toRead: 0 })).toEqual([
      '2 in your hands',
      '100+ waiting for an adviser',
      '1 reply to read: ADV-7K3M9Q',
    ]);
  });
});
