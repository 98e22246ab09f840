import { createTransport, type SendMailOptions } from 'nodemailer';

/**
 * Below the 30 seconds for which PostgreSQL lets a transaction sit idle: the
 * mail's row is locked while it is handed over.
 */
const LONGEST_HANDOVER_MS = 20_000;

/** Hands mails to a mail server. */
export interface MailTransport {
  /** Resolves when the server has taken the mail. */
  send(mail: SendMailOptions): Promise<void>;
  close(): void;
}

/** Thrown when a mail server takes too long. The mail may have arrived. */
class HandoverTimeoutError extends Error {
  override name = 'HandoverTimeoutError';
  readonly code = 'timeout';
}

/**
 * A mail server behind an address such as `smtp://mail.example:587` or
 * `smtps://user:password@mail.example`; `?requireTLS=true` refuses one that
 * does not encrypt.
 */
export function createSmtpTransport(options: { url: string }): MailTransport {
  const transport = createTransport({
    url: options.url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    dnsTimeout: 5_000,
    socketTimeout: 10_000,
  });
  return {
    async send(mail) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, fail) => {
        timer = setTimeout(
          () => fail(new HandoverTimeoutError()),
          LONGEST_HANDOVER_MS,
        );
      });
      try {
        await Promise.race([transport.sendMail(mail), late]);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => transport.close(),
  };
}
