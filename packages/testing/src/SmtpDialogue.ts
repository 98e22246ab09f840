import { createConnection, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** Speaks SMTP line by line, also what a well-behaved program would not say. */
export class SmtpDialogue {
  private readonly replies: AsyncIterator<string>;

  private constructor(private readonly socket: Socket) {
    socket.on('error', () => undefined);
    this.replies = createInterface({ input: socket })[Symbol.asyncIterator]();
  }

  /** Connects and reads the greeting; the code and words of it come with it. */
  static async open(
    port: number,
    host = '127.0.0.1',
  ): Promise<{ dialogue: SmtpDialogue; greeting: string }> {
    const dialogue = new SmtpDialogue(createConnection({ port, host }));
    return { dialogue, greeting: await dialogue.reply() };
  }

  /** Says a line and waits for the answer's last line. */
  async say(line: string): Promise<string> {
    this.socket.write(`${line}\r\n`);
    return this.reply();
  }

  /** Sends the body after `DATA` was taken, with dots doubled. */
  async data(raw: Buffer | string): Promise<string> {
    const text = Buffer.isBuffer(raw) ? raw.toString('latin1') : raw;
    const lines = text.replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..');
    const encoding = Buffer.isBuffer(raw) ? 'latin1' : 'utf8';
    this.socket.write(lines, encoding);
    this.socket.write('\r\n.\r\n');
    return this.reply();
  }

  /** Says something and waits for nothing. */
  write(text: string): void {
    this.socket.write(text);
  }

  end(): void {
    this.socket.destroy();
  }

  private async reply(): Promise<string> {
    for (;;) {
      const { value, done } = await this.replies.next();
      if (done) return 'closed';
      if (value[3] !== '-') return value;
    }
  }
}

/**
 * Hands one mail over as a mail server does.
 *
 * @returns the last answer: `250 …` when it was taken
 */
export async function handOver(input: {
  port: number;
  raw: Buffer | string;
  to?: string;
  from?: string;
}): Promise<string> {
  const { port, raw, to = 'advice@hub.example' } = input;
  const { from = 'someone@mail.example' } = input;
  const { dialogue, greeting } = await SmtpDialogue.open(port);
  try {
    if (!greeting.startsWith('220')) return greeting;
    for (const line of [
      'EHLO relay.example',
      `MAIL FROM:<${from}>`,
      `RCPT TO:<${to}>`,
      'DATA',
    ]) {
      const answer = await dialogue.say(line);
      if (!/^[23]/.test(answer)) return answer;
    }
    return await dialogue.data(raw);
  } finally {
    dialogue.end();
  }
}

/** A mail in its wire form: headers as given, an empty line, the body. */
export function aMail(
  headers: Record<string, string> = {},
  body = 'Where can she stay tonight? mail-canary',
): string {
  const all = {
    From: 'Jo <jo@mail.example>',
    To: 'advice@hub.example',
    Subject: 'A question subject-canary',
    'Message-ID': `<${Math.random().toString(36).slice(2)}@mail.example>`,
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${lines.join('\n')}\n\n${body}`;
}
