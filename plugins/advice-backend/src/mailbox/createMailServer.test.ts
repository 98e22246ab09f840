import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AddressInfo } from 'node:net';
import type { SMTPServer } from 'smtp-server';
import { aMail, handOver, SmtpDialogue } from '@imsa-hub/testing';
import { createMailServer } from './createMailServer';
import type { MailboxListening } from './mailboxSettings';
import type { IncomingMail } from './readMail';
import { listen } from './startMailbox';

const logged: unknown[] = [];
const log = (...line: unknown[]) => void logged.push(line);
const logger = {
  error: log,
  warn: log,
  info: log,
  debug: log,
} as unknown as LoggerService;

describe('the mail server of the advice mailbox', () => {
  let server: SMTPServer | undefined;
  const taken: IncomingMail[] = [];

  afterEach(async () => {
    taken.length = 0;
    logged.length = 0;
    await new Promise<void>(done => {
      if (server) server.close(() => done());
      else done();
    });
    server = undefined;
  });

  async function start(
    part: Partial<MailboxListening> = {},
    take: (mail: IncomingMail) => Promise<void> = async mail =>
      void taken.push(mail),
  ): Promise<number> {
    server = createMailServer({
      listening: {
        port: 0,
        host: '127.0.0.1',
        address: 'advice@hub.example',
        peers: ['127.0.0.1'],
        lmtp: false,
        mostBytes: 20_000,
        mailsPerPeerPerMinute: 100,
        mailsPerSenderPerMinute: 100,
        ...part,
      },
      fingerprint: address => address,
      take,
      logger,
    });
    await listen(server, { port: 0, host: '127.0.0.1' });
    return (server.server.address() as AddressInfo).port;
  }

  it('takes a mail for its one address, in whatever case', async () => {
    const port = await start();
    const raw = aMail({}, 'A line\n.\n..two dots\nthe end');
    expect(await handOver({ port, raw, to: 'ADVICE@Hub.Example' })).toMatch(
      /^250/,
    );
    expect(taken).toMatchObject([{ text: 'A line\n.\n..two dots\nthe end' }]);
  });

  it.each([
    'someone@else.example',
    'advice@hub.example.evil.example',
    'advice+x@hub.example',
    'advice%else.example@hub.example',
    '@hub.example:x@else.example',
    'root',
    '',
  ])('passes nothing on: %s', async to => {
    const port = await start();
    expect(await handOver({ port, raw: aMail(), to })).toMatch(/^5\d\d/);
    expect(taken).toEqual([]);
  });

  it('takes nothing from a machine that is not of the list', async () => {
    const port = await start({ peers: ['192.0.2.0/24'] });
    expect(await handOver({ port, raw: aMail() })).toMatch(/^554/);
    expect(taken).toEqual([]);
  });

  it('refuses a mail that says it is too large, and one that is', async () => {
    const port = await start();
    const { dialogue } = await SmtpDialogue.open(port);
    await dialogue.say('EHLO relay.example');
    expect(await dialogue.say('MAIL FROM:<a@mail.example> SIZE=20001')).toMatch(
      /^552/,
    );
    dialogue.end();
    const raw = aMail({}, `${'x'.repeat(70)}\n`.repeat(400));
    expect(await handOver({ port, raw })).toMatch(/^552/);
    expect(taken).toEqual([]);
    expect(await handOver({ port, raw: aMail() })).toMatch(/^250/);
  });

  it('says "later" when it cannot store, and says nothing of the mail', async () => {
    const port = await start({}, async () => {
      throw new Error('mail-canary');
    });
    expect(await handOver({ port, raw: aMail() })).toMatch(/^451/);
    expect(JSON.stringify(logged)).not.toMatch(/canary|mail\.example/);
    expect(logged).toHaveLength(1);
  });

  it('says "taken" only when it is', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>(done => {
      release = done;
    });
    const port = await start({}, () => held);
    let answer = '';
    const sending = handOver({ port, raw: aMail() }).then(said => {
      answer = said;
    });
    await new Promise(done => setTimeout(done, 300));
    expect(answer).toBe('');
    release();
    await sending;
    expect(answer).toMatch(/^250/);
  });

  it('brakes a machine and a sender', async () => {
    const port = await start({
      mailsPerPeerPerMinute: 5,
      mailsPerSenderPerMinute: 2,
    });
    const send = (from: string) => handOver({ port, raw: aMail(), from });
    const codes: string[] = [];
    for (const from of [
      'a@m.example',
      'a@m.example',
      'a@m.example',
      'b@m.example',
      'c@m.example',
      'd@m.example',
    ]) {
      codes.push((await send(from)).slice(0, 3));
    }
    expect(codes).toEqual(['250', '250', '451', '250', '250', '451']);
  });

  it.each([
    ['AUTH PLAIN AGEAYg==', /^5/],
    ['STARTTLS', /^5/],
    ['VRFY advice', /^(25|5)/],
    ['EXPN advice', /^5/],
    ['XCLIENT ADDR=192.0.2.1', /^5/],
    ['DATA', /^5/],
    ['RCPT TO:<advice@hub.example>', /^5/],
    ['\0\0\0', /^5/],
    ['A'.repeat(4_000), /^5/],
  ])('does nothing upon %j', async (line, expected) => {
    const port = await start();
    const { dialogue } = await SmtpDialogue.open(port);
    await dialogue.say('EHLO relay.example');
    expect(await dialogue.say(line)).toMatch(expected);
    dialogue.end();
    expect(taken).toEqual([]);
  });

  it('takes a bounce as one, and never as a person', async () => {
    const port = await start();
    expect(await handOver({ port, raw: aMail(), from: '' })).toMatch(/^250/);
    expect(taken).toMatchObject([{ automatic: true }]);
  });

  it('does not take half a mail', async () => {
    const port = await start();
    const { dialogue } = await SmtpDialogue.open(port);
    for (const line of [
      'EHLO relay.example',
      'MAIL FROM:<a@mail.example>',
      'RCPT TO:<advice@hub.example>',
      'DATA',
    ]) {
      await dialogue.say(line);
    }
    dialogue.write('Subject: half\r\n\r\nHalf of');
    await new Promise(done => setTimeout(done, 100));
    dialogue.end();
    await new Promise(done => setTimeout(done, 200));
    expect(taken).toEqual([]);
  });

  it('speaks LMTP where the mail server does', async () => {
    const port = await start({ lmtp: true });
    const { dialogue } = await SmtpDialogue.open(port);
    expect(await dialogue.say('LHLO relay.example')).toMatch(/^250/);
    await dialogue.say('MAIL FROM:<a@mail.example>');
    await dialogue.say('RCPT TO:<advice@hub.example>');
    await dialogue.say('DATA');
    expect(await dialogue.data(aMail())).toMatch(/^250/);
    dialogue.end();
    expect(taken).toHaveLength(1);
  });

  it('says which port cannot be had', async () => {
    const port = await start();
    const second = createMailServer({
      listening: {
        port,
        host: '127.0.0.1',
        address: 'advice@hub.example',
        peers: [],
        lmtp: false,
        mostBytes: 1,
        mailsPerPeerPerMinute: 1,
        mailsPerSenderPerMinute: 1,
      },
      fingerprint: address => address,
      take: async () => undefined,
      logger,
    });
    await expect(listen(second, { port, host: '127.0.0.1' })).rejects.toThrow(
      `cannot listen on 127.0.0.1:${port} (EADDRINUSE)`,
    );
  });
});
