import { Attendance } from './Attendance';

const MINUTE_MS = 60_000;
let now = 0;
const anAttendance = () => {
  now = 0;
  const attendance = new Attendance(() => now);
  attendance.watch(document);
  return attendance;
};

it('counts somebody as there for as long as a session lasts that is not used', () => {
  const attendance = anAttendance();
  now = 60 * MINUTE_MS;
  expect(attendance.isThere).toBe(true);
  now += 1;
  expect(attendance.isThere).toBe(false);
});

it('goes by what the hub says', () => {
  const attendance = anAttendance();
  attendance.endsAfter(20);
  now = 21 * MINUTE_MS;
  expect(attendance.isThere).toBe(false);
});

it.each([
  'pointerdown',
  'pointermove',
  'keydown',
  'wheel',
  'touchstart',
  'visibilitychange',
])('notices %s, wherever on the page', doing => {
  const attendance = anAttendance();
  const field = document.body.appendChild(document.createElement('input'));
  now = 90 * MINUTE_MS;
  const target = doing === 'visibilitychange' ? document : field;
  target.dispatchEvent(new Event(doing));
  expect(attendance.isThere).toBe(true);
  field.remove();
});

it('takes what the page does by itself for nobody', () => {
  const attendance = anAttendance();
  now = 90 * MINUTE_MS;
  for (const doing of ['focusin', 'scroll', 'load'])
    document.body.dispatchEvent(new Event(doing, { bubbles: true }));
  expect(attendance.isThere).toBe(false);
});
