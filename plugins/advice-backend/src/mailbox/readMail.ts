import {
  MailParser,
  type AddressObject,
  type AttachmentStream,
  type MessageText,
} from 'mailparser';
import { cleanMailLine, cleanMailText } from './cleanMailText';
import { isAutomaticMail, type HeaderTexts } from './isAutomaticMail';
import { stripTags } from './stripTags';

/** A mail as it is kept: text only. Nothing in it is proved by anything. */
export interface IncomingMail {
  /** As the sender's program wrote it; empty where it wrote none. */
  messageId: string;
  /** Whom it says that it is from; absent unless that is one address. */
  sender: { address: string; name: string } | null;
  subject: string;
  text: string;
  /** The text was longer than is kept. */
  cut: boolean;
  /** Names of the attachments, which are dropped. */
  attachments: string[];
  /** Written by a program. */
  automatic: boolean;
}

/** Longest text that is kept, in characters. */
export const MAIL_TEXT = 50_000;
const MOST_ATTACHMENTS = 50;
const LONGEST_LINE = 300;
/** HTML longer than this is read the simple way. */
const CAREFUL_HTML = 400_000;
const AFTER_ERROR_MS = 500;

/** Reads a mail, however strange. What cannot be read is left out. */
export async function readMail(input: {
  raw: Buffer;
  /** The envelope's sender; empty for a bounce. */
  envelopeSender: string;
}): Promise<IncomingMail> {
  const parsed = await parse(input.raw);
  const { text, cut } = cleanMailText(bodyOf(parsed.body), MAIL_TEXT);
  const sender = senderOf(parsed.from);
  const first = (name: string) => parsed.headers.get(name)?.[0] ?? '';
  return {
    messageId: cleanMailLine(first('message-id'), LONGEST_LINE),
    sender,
    subject: cleanMailLine(parsed.subject, LONGEST_LINE),
    text,
    cut,
    attachments: parsed.attachments,
    automatic: isAutomaticMail({
      headers: parsed.headers,
      envelopeSender: input.envelopeSender,
      from: sender?.address ?? '',
    }),
  };
}

interface Parsed {
  headers: HeaderTexts;
  subject: string;
  from: AddressObject | undefined;
  body: MessageText | undefined;
  attachments: string[];
}

function parse(raw: Buffer): Promise<Parsed> {
  const parser = new MailParser({
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    ignoreEmbedded: true,
    checksumAlgo: false,
    maxHtmlLengthToParse: CAREFUL_HTML,
  });
  const attachments: string[] = [];
  let body: MessageText | undefined;
  return new Promise(done => {
    // A mail that breaks off is still a mail: what was read until then counts.
    const finish = () =>
      done({
        headers: headerTexts(parser.headerLines || []),
        subject: parser.subject ?? '',
        from: parser.from,
        body,
        attachments,
      });
    parser.on('data', (part: AttachmentStream | MessageText) => {
      if (part.type === 'text') {
        body = part;
        return;
      }
      if (attachments.length < MOST_ATTACHMENTS) {
        const name = cleanMailLine(part.filename ?? '', LONGEST_LINE);
        attachments.push(name || part.contentType.slice(0, 100));
      }
      part.content.on('end', () => part.release?.());
      part.content.resume();
    });
    // Not every error is the end of it.
    parser.on('error', () => setTimeout(finish, AFTER_ERROR_MS));
    parser.once('end', finish);
    parser.end(raw);
  });
}

function headerTexts(
  lines: readonly { key: string; line: string }[],
): HeaderTexts {
  const texts = new Map<string, string[]>();
  for (const { key, line } of lines) {
    const value = line.slice(line.indexOf(':') + 1);
    texts.set(key, [...(texts.get(key) ?? []), value]);
  }
  return texts;
}

function bodyOf(body: MessageText | undefined): string {
  const text = body?.text ?? '';
  // HTML beside attachments, or too long or too deep for the parser.
  return text.trim() === '' && body?.html ? stripTags(body.html) : text;
}

function senderOf(from: AddressObject | undefined): IncomingMail['sender'] {
  const [one, ...others] = from?.value ?? [];
  if (!one?.address || others.length > 0) return null;
  const address = cleanMailLine(one.address, LONGEST_LINE);
  return address ? { address, name: cleanMailLine(one.name, 100) } : null;
}
