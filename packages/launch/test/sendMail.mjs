import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';

/**
 * Hands one mail over by SMTP, as a mail server would.
 *
 * @param {{ port: number, to: string, messageId: string, subject: string, text: string }} options
 */
export async function sendMail({ port, to, messageId, subject, text }) {
  const socket = createConnection({ port, host: '127.0.0.1' });
  const replies = createInterface({ input: socket })[Symbol.asyncIterator]();
  const expect = async (/** @type {string} */ code) => {
    for (;;) {
      const { value = '' } = await replies.next();
      if (!value.startsWith(code)) {
        throw new Error(`Expected ${code}, got: ${value}`);
      }
      if (value[3] !== '-') {
        return;
      }
    }
  };
  const say = (/** @type {string} */ line) => socket.write(`${line}\r\n`);
  await expect('220');
  for (const [line, code] of [
    ['EHLO test', '250'],
    ['MAIL FROM:<hub@hub.example>', '250'],
    [`RCPT TO:<${to}>`, '250'],
    ['DATA', '354'],
  ]) {
    say(line ?? '');
    await expect(code ?? '');
  }
  say(
    `From: hub@hub.example\r\nTo: ${to}\r\nMessage-ID: ${messageId}\r\nSubject: ${subject}\r\n\r\n${text}\r\n.`,
  );
  await expect('250');
  say('QUIT');
  socket.end();
}
