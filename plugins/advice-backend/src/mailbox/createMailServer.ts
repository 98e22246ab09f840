import { Allowance, TooManyRequestsError } from '@imsa-hub/core-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Readable } from 'node:stream';
import { createPeerList } from './createPeerList';
import type { MailboxListening } from './mailboxSettings';
import { readMail, type IncomingMail } from './readMail';
import { MailRefusal, REFUSALS } from './refuseMail';

const MOST_CLIENTS = 20;
const QUIET_MS = 60_000;

/**
 * An SMTP (or LMTP) server for one mailbox. It takes mail from the machines
 * of the list only, passes nothing on, and says "taken" once `take` resolves.
 */
export function createMailServer(options: {
  listening: MailboxListening;
  /** Keyed hash of an address, for counting. */
  fingerprint(address: string): string;
  take(mail: IncomingMail): Promise<unknown>;
  logger: LoggerService;
}): SMTPServer {
  const { listening, fingerprint, take, logger } = options;
  const isPeer = createPeerList(listening.peers);
  const perPeer = new Allowance(listening.mailsPerPeerPerMinute);
  const perSender = new Allowance(listening.mailsPerSenderPerMinute);

  const server = new SMTPServer({
    lmtp: listening.lmtp,
    name: 'advice-mailbox',
    banner: 'ready',
    size: listening.mostBytes,
    maxClients: MOST_CLIENTS,
    socketTimeout: QUIET_MS,
    closeTimeout: 5_000,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onConnect: answer(async session => {
      if (!isPeer(session.remoteAddress)) throw REFUSALS.peer();
    }),
    onMailFrom(address, session, callback) {
      answered(callback, async () => {
        await count(perPeer, session.remoteAddress);
        if (!address.address) return;
        await count(perSender, fingerprint(address.address));
      });
    },
    onRcptTo(address, _session, callback) {
      answered(callback, async () => {
        if (address.address.toLowerCase() !== listening.address) {
          throw REFUSALS.recipient();
        }
      });
    },
    onData(stream, session, callback) {
      answered(callback, async () => {
        const raw = await collect(stream, listening.mostBytes);
        const { mailFrom } = session.envelope;
        await store({
          raw,
          envelopeSender: mailFrom ? mailFrom.address : '',
        });
      });
    },
  });
  // Of a connection: what a stranger's machine did is not for the log.
  server.on('error', error =>
    logger.warn('A connection to the advice mailbox failed', {
      errorName: error.name,
    }),
  );
  return server;

  async function store(mail: { raw: Buffer; envelopeSender: string }) {
    try {
      await take(await readMail(mail));
    } catch (error) {
      logger.error('A mail to the advice mailbox could not be stored', {
        errorName: (error as Error).name,
      });
      throw REFUSALS.notStored();
    }
  }
}

type Callback = (error?: Error | null) => void;

function answered(callback: Callback, work: () => Promise<void>): void {
  work().then(
    () => callback(),
    error =>
      callback(error instanceof MailRefusal ? error : REFUSALS.notStored()),
  );
}

function answer(work: (session: SMTPServerSession) => Promise<void>) {
  return (session: SMTPServerSession, callback: Callback) =>
    answered(callback, () => work(session));
}

async function count(allowance: Allowance, key: string): Promise<void> {
  try {
    await allowance.take(key);
  } catch (error) {
    throw error instanceof TooManyRequestsError ? REFUSALS.often() : error;
  }
}

/** Reads to the end, as the protocol wants, and keeps no more than is taken. */
async function collect(stream: Readable, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes <= mostBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (bytes > mostBytes) throw REFUSALS.size(mostBytes);
  return Buffer.concat(chunks);
}
