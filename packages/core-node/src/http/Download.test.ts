import { Download } from './Download';

const named = (name: string) =>
  new Download({ name, type: 'text/plain', bytes: Buffer.from('') }).name;

it.each([
  ['ESC-7K3M9Q-letter-v1.pdf', 'ESC-7K3M9Q-letter-v1.pdf'],
  ['a"; filename="b.exe', 'a-filename-b.exe'],
  ['a\r\nset-cookie: x', 'a-set-cookie-x'],
  ['../../etc/passwd', 'etc-passwd'],
  ['قرار.pdf', 'pdf'],
  ['', 'file'],
  ['x'.repeat(500), 'x'.repeat(120)],
])('a name cannot leave its place in a header: %j', (name, safe) => {
  expect(named(name)).toBe(safe);
});
