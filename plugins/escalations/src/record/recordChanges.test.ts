import { aPerson } from '../__testUtils__/aBoardRow';
import { aCase } from '../__testUtils__/aCase';
import { recordChanges } from './recordChanges';

const aStatement = (part: { version: number; text: string }) => ({
  kind: 'choice' as const,
  saidOn: '2026-11-23',
  asBrought: false,
  recordedBy: aPerson('imani', 'Imani Sender'),
  recordedAt: '2026-11-23T10:00:00Z',
  ...part,
});

describe('recordChanges', () => {
  const seen = aCase();

  it('finds nothing where only what nobody decides on is newer', () => {
    expect(recordChanges({ seen, newer: { ...seen, version: 9 } })).toEqual([]);
  });

  it('names what is different in both versions, word for word', () => {
    expect(
      recordChanges({
        seen,
        newer: {
          ...seen,
          status: 'waiting',
          level: 'hub-manager',
          handler: null,
          statements: [
            ...seen.statements,
            aStatement({ version: 3, text: 'I want to go home.' }),
          ],
          entries: [
            {
              at: '2026-11-23T10:00:00Z',
              before: null,
              id: '01e3',
              kind: 'note',
              by: aPerson('oda', 'Oda Trainee', true),
              summary: null,
              text: 'She rang.',
            },
            ...seen.entries,
          ],
        },
      }),
    ).toEqual([
      { label: 'Where it stands', yours: 'In progress', newer: 'Waiting' },
      { label: 'Level', yours: 'Senior IMSA', newer: 'Hub Manager' },
      { label: 'Who handles it', yours: 'Grace Okoro', newer: 'Nobody yet' },
      {
        label: 'What the survivor chose and wants',
        yours: 'I want to stay near my church, in a place of my own.',
        newer: 'I want to go home.',
      },
      {
        label: 'New in the timeline',
        yours: 'Not there yet',
        newer: 'Oda Trainee (trainee): Note: She rang.',
      },
    ]);
  });
});
