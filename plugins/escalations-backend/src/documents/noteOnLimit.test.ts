import { placesToAdapt } from '@imsa-hub/core';
import { noteOnLimit } from './noteOnLimit';

const LIMIT = {
  ruleId: 'homelessness-review-england',
  title: 'Ask for a review',
  eventDate: '2026-11-20',
  limit: '2026-12-10',
  kind: 'limit',
  working: ['21 days, the day of notice included', 'It ends on a Thursday.'],
  confidence: 'secondary',
  source: null,
  caution: 'Read [section 202]\nfirst',
} as const;
const note = (today: string, part: object = {}) =>
  noteOnLimit({
    limit: { ...LIMIT, working: [...LIMIT.working], ...part },
    last: LIMIT.limit,
    event: 'Told of the decision',
    today,
  });

it('tells day, working and caution, in one place to take out', () => {
  const words = note('2026-12-10');
  expect(placesToAdapt(`[${words}]`)).toEqual([words]);
  expect(words).toBe(
    'Note to you, to take out: the case says “Told of the decision” on Friday 20 November 2026. ' +
      'Worked out from it: Ask for a review, last day Thursday 10 December 2026. ' +
      'How: 21 days, the day of notice included. It ends on a Thursday. ' +
      'Careful: Read (section 202) first. ' +
      'The law itself was not read for this rule. ' +
      'Check both days against the decision letter and the law.',
  );
});

it('says when the day has passed, and not to concede it', () => {
  expect(note('2026-12-10')).not.toContain('has passed');
  expect(note('2026-12-11')).toContain(
    'That day has passed: take advice on asking late',
  );
});

it('is quiet about a law that was read, and about no caution', () => {
  const words = note('2026-11-27', {
    confidence: 'primary',
    caution: '',
    working: [],
  });
  expect(words).not.toMatch(/not read|Careful|How:/);
});
