import { hasEnded } from './hasEnded';

const NOW = Date.parse('2026-11-27T20:00:00Z');
const SETTINGS = { idleMinutes: 60, longestHours: 12 };
const at = (iso: string) => Date.parse(`2026-11-27T${iso}Z`);

test.each([
  ['begun a moment ago', '20:00:00', '20:00:00', false],
  ['used an hour ago', '12:00:00', '19:00:00', false],
  ['used longer ago', '12:00:00', '18:59:59', true],
  ['of twelve hours', '08:00:00', '19:55:00', false],
  ['of more, however often it was used', '07:59:59', '19:59:59', true],
])('a session %s', (_, began, renewed, expected) => {
  const session = { beganAt: at(began), renewedAt: at(renewed) };
  expect(hasEnded(session, SETTINGS, NOW)).toBe(expected);
});
