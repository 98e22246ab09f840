import type { Config } from '@backstage/config';

/** Where and from whom mail is taken; absent where no mailbox is set up. */
export interface MailboxListening {
  port: number;
  host: string;
  /** The one address for which mail is taken, in lower case. */
  address: string;
  /** Addresses and networks that may hand mail over: `10.0.0.0/24`. */
  peers: readonly string[];
  lmtp: boolean;
  /** Largest mail, in bytes, attachments included. */
  mostBytes: number;
  mailsPerPeerPerMinute: number;
  mailsPerSenderPerMinute: number;
}

/** The settings of the advice mailbox, under `hub.mailbox`. */
export interface MailboxSettings {
  listening: MailboxListening | undefined;
  keepSetAsideDays: number;
  mostNotesPerAddressPerDay: number;
}

const ADDRESS = /^[a-z0-9._+-]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,8}$/;

/**
 * Reads the settings. Mail is taken only where a port is set.
 *
 * @throws Error in plain words where a setting cannot be used
 */
export function readMailboxSettings(config: Config): MailboxSettings {
  const number = (key: string, otherwise: number) =>
    config.getOptionalNumber(key) ?? otherwise;
  return {
    listening: readListening(config),
    keepSetAsideDays: number('hub.mailbox.keepSetAsideDays', 30),
    mostNotesPerAddressPerDay: number(
      'hub.mailbox.mostNotesPerAddressPerDay',
      5,
    ),
  };
}

function readListening(config: Config): MailboxListening | undefined {
  // A variable that is set to nothing is an empty text, and is no port.
  if (!config.getOptional('hub.mailbox.port')) return undefined;
  const number = (key: string, otherwise: number) =>
    config.getOptionalNumber(key) ?? otherwise;
  const port = number('hub.mailbox.port', 0);
  const address = (
    config.getOptionalString('hub.mailbox.address') ?? ''
  ).toLowerCase();
  if (!ADDRESS.test(address)) {
    throw new Error(
      'hub.mailbox.port is set, but hub.mailbox.address is not one plain mail address',
    );
  }
  const from = config.getOptionalString('hub.mail.from') ?? '';
  if (from.toLowerCase().includes(address)) {
    throw new Error(
      'hub.mail.from must not be the address of the advice mailbox: answers to the hub’s own mails, and mails that could not be delivered, would come in as questions',
    );
  }
  const peers = config.getOptionalStringArray('hub.mailbox.peers');
  return {
    port,
    host: config.getOptionalString('hub.mailbox.host') ?? '127.0.0.1',
    address,
    peers: peers ?? ['127.0.0.1', '::1'],
    lmtp: config.getOptionalBoolean('hub.mailbox.lmtp') ?? false,
    mostBytes: number('hub.mailbox.maxMegabytes', 10) * 1024 * 1024,
    mailsPerPeerPerMinute: number('hub.limits.mailsPerPeerPerMinute', 120),
    mailsPerSenderPerMinute: number('hub.limits.mailsPerSenderPerMinute', 6),
  };
}
