import { SMTPServer } from 'smtp-server';
import { pageHeaders } from '../markup.mjs';
import { listenLocally } from '../listenLocally.mjs';
import { MailStore } from './MailStore.mjs';
import { mailListPage, mailNotFoundPage, mailPage } from './pages.mjs';

const {
  MAIL_SMTP_PORT = '',
  MAIL_WEB_PORT = '',
  MAIL_FOLDER = '',
} = process.env;

const store = new MailStore(MAIL_FOLDER);
await store.load();

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  size: 10 * 1024 * 1024,
  onData(stream, session, callback) {
    receive(stream, session).then(() => callback(), callback);
  },
});
smtp.on('error', error => process.stderr.write(`${error.message}\n`));
await new Promise((done, fail) => {
  smtp.server.once('error', fail);
  smtp.listen(Number(MAIL_SMTP_PORT), '127.0.0.1', () => done(undefined));
});
await listenLocally({ port: Number(MAIL_WEB_PORT), handle });

/**
 * @param {import('smtp-server').SMTPServerDataStream} stream
 * @param {import('smtp-server').SMTPServerSession} session
 */
async function receive(stream, session) {
  const chunks = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
  }
  if (stream.sizeExceeded) {
    throw Object.assign(new Error('The mail is larger than 10 MB.'), {
      responseCode: 552,
    });
  }
  await store.record({
    raw: Buffer.concat(chunks),
    recipients: session.envelope.rcptTo.map(recipient => recipient.address),
  });
}

/**
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 */
async function handle(req, res) {
  const { pathname } = new URL(req.url ?? '/', 'http://localhost');
  if (pathname === '/api/mails') {
    return handleApi(req, res);
  }
  if (req.method !== 'GET') {
    res.writeHead(405).end();
    return undefined;
  }
  if (pathname === '/') {
    res.writeHead(200, pageHeaders());
    res.end(mailListPage({ mails: store.list() }));
    return undefined;
  }
  const mail = store.get(pathname.replace('/mails/', ''));
  res.writeHead(mail ? 200 : 404, pageHeaders());
  res.end(mail ? mailPage({ mail }) : mailNotFoundPage());
  return undefined;
}

/**
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 */
async function handleApi(req, res) {
  if (req.method === 'DELETE') {
    await store.clear();
    res.writeHead(204).end();
    return;
  }
  res.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  res.end(
    JSON.stringify({
      mails: store.list(),
      handedOverTwice: store.handedOverTwice,
    }),
  );
}
