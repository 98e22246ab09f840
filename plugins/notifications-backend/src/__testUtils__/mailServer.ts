import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** One mail as a mail server took it. */
export interface TakenMail {
  to: string[];
  /** Header lines and content as they came over the line. */
  raw: string;
  messageId: string;
}

/** A mail server that refuses while told to. */
export async function startMailServer() {
  const taken: TakenMail[] = [];
  const state = { refuseWith: 0 };
  const refusal = () =>
    Object.assign(new Error('no such user canary@hub.example'), {
      responseCode: state.refuseWith,
    });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: (_address, _session, callback) =>
      callback(state.refuseWith ? refusal() : null),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw,
          messageId: /^message-id: (.*)$/im.exec(raw)?.[1]?.trim() ?? '',
        });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', () => done());
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    state,
    stop: () => new Promise<void>(done => server.close(() => done())),
  };
}
