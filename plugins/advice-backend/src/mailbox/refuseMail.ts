/** Thrown to refuse a mail: the code is what the other mail server goes by. */
export class MailRefusal extends Error {
  override name = 'MailRefusal';

  /** @param responseCode - `4…`: try again later; `5…`: never */
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** Refusals in words that tell a mail server's operator what to do. */
export const REFUSALS = {
  peer: () =>
    new MailRefusal(554, '5.7.1 This machine may not hand mail over here'),
  recipient: () =>
    new MailRefusal(550, '5.1.1 No such mailbox, and nothing is passed on'),
  size: (mostBytes: number) =>
    new MailRefusal(552, `5.3.4 Mails may have ${mostBytes} bytes at most`),
  often: () =>
    new MailRefusal(451, '4.7.1 Too many mails in a short time, try later'),
  notStored: () =>
    new MailRefusal(451, '4.3.0 It could not be stored, try again later'),
} as const;
