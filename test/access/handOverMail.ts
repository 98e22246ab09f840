import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';

/**
 * Hands one mail over to the advice mailbox as a mail server does.
 *
 * @throws Error with the answer where it was not taken
 */
export async function handOverMail(input: {
  port: number;
  from: string;
  text: string;
}): Promise<void> {
  const { port, from, text } = input;
  const socket = createConnection({ port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  const replies = createInterface({ input: socket })[Symbol.asyncIterator]();
  const reply = async () => {
    for (;;) {
      const { value, done } = await replies.next();
      if (done) throw new Error('The advice mailbox hung up');
      if (value[3] === '-') continue;
      if (!/^[23]/.test(value)) throw new Error(`The mailbox said ${value}`);
      return;
    }
  };
  try {
    await reply();
    for (const line of [
      'EHLO relay.example',
      `MAIL FROM:<${from}>`,
      'RCPT TO:<advice@hub.example>',
      'DATA',
      [
        `From: Somebody <${from}>`,
        'To: advice@hub.example',
        `Subject: ${text}`,
        `Message-ID: <${from}>`,
        '',
        text,
        '.',
      ].join('\r\n'),
    ]) {
      socket.write(`${line}\r\n`);
      await reply();
    }
  } finally {
    socket.destroy();
  }
}
