import { aQueryRecord } from '../__testUtils__/aQueryRecord';
import { recordChanges } from './recordChanges';

const seen = aQueryRecord();

describe('recordChanges', () => {
  it('finds nothing where only the version is newer', () => {
    expect(recordChanges({ seen, newer: { ...seen, version: 99 } })).toEqual(
      [],
    );
  });

  it('names who has it now, a trainee as such', () => {
    const newer = {
      ...seen,
      assignee: { id: 'x', name: 'Grace Okoro', trainee: true },
    };
    expect(recordChanges({ seen, newer })).toEqual([
      {
        label: 'Who has it',
        yours: 'Nobody yet',
        newer: 'Grace Okoro (trainee)',
      },
    ]);
  });

  it('names the status and the tier in words', () => {
    const newer = { ...seen, status: 'closed', tier: 'signpost' } as const;
    expect(recordChanges({ seen, newer })).toEqual([
      { label: 'Where it stands', yours: 'In hand', newer: 'Closed' },
      { label: 'Tier', yours: 'Advice', newer: 'Signpost' },
    ]);
  });
});
