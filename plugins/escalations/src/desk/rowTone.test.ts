import { aBoardRow } from '../__testUtils__/aBoardRow';
import { rowTone } from './rowTone';

const NOW = new Date('2026-11-27T12:00:00Z');
const calm = {
  risks: [],
  nextLimit: null,
  target: { what: 'Review it', dueAt: null, state: 'on-time' as const },
};
const limitOn = (date: string) => ({
  ...calm,
  nextLimit: { date, title: 'Ask for a review' },
});

describe('rowTone', () => {
  it.each([
    ['nothing presses', calm, undefined],
    ['a limit is far off', limitOn('2026-12-30'), undefined],
    ['a limit is near', limitOn('2026-12-04'), 'warning'],
    ['a limit is tomorrow', limitOn('2026-11-28'), 'negative'],
    ['a risk is flagged', { ...calm, risks: ['destitution'] }, 'warning'],
    ['a risk presses', { ...calm, risks: ['self-harm'] }, 'negative'],
    [
      'a target is close',
      { ...calm, target: { ...calm.target, state: 'close' } },
      'warning',
    ],
    [
      'a target has passed',
      { ...calm, target: { ...calm.target, state: 'late' } },
      'negative',
    ],
  ] as const)('%s', (_, part, tone) => {
    const row = aBoardRow(part as Parameters<typeof aBoardRow>[0]);
    expect(rowTone(row, NOW)).toBe(tone);
  });
});
