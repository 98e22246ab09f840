import { clockView } from './clockView';

const at = '2026-11-24T16:00:00Z';

describe('clockView', () => {
  it.each([
    ['first-reply', 'running', at, null, 'First reply due', 'neutral', at],
    ['resolution', 'warning', at, null, 'Resolution due soon:', 'warning', at],
    [
      'first-reply',
      'late',
      at,
      null,
      'First reply is late: was due',
      'negative',
      at,
    ],
    [
      'first-reply',
      'stopped',
      null,
      'safety',
      'Clock stopped: writing now would not be safe',
      'neutral',
      null,
    ],
    ['resolution', 'ended', null, null, 'Clock ended', 'neutral', null],
  ] as const)('%s %s', (kind, state, dueAt, stoppedFor, text, tone, shown) => {
    expect(clockView({ kind, state, dueAt, stoppedFor })).toEqual({
      text,
      tone,
      at: shown,
    });
  });
});
