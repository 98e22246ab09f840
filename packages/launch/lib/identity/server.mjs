import { listenLocally, readBody } from '../listenLocally.mjs';
import { markup, page, pageHeaders } from '../markup.mjs';
import { Accounts } from './accounts.mjs';
import { createProvider } from './createProvider.mjs';
import { readOrCreateSigningKeys } from './keys.mjs';
import { signInPage } from './signInPage.mjs';

const {
  IDENTITY_PORT = '',
  IDENTITY_DATA_DIR = '',
  IDENTITY_CLIENT_ID = '',
  IDENTITY_CLIENT_SECRET = '',
  IDENTITY_COOKIE_KEY = '',
  IDENTITY_MINTING = '',
  HUB_BASE_URL = '',
} = process.env;

const port = Number(IDENTITY_PORT);
const accounts = new Accounts();
const provider = createProvider({
  issuer: `http://localhost:${port}`,
  hubUrl: HUB_BASE_URL,
  clientId: IDENTITY_CLIENT_ID,
  clientSecret: IDENTITY_CLIENT_SECRET,
  cookieKey: IDENTITY_COOKIE_KEY,
  jwks: readOrCreateSigningKeys({ dataDir: IDENTITY_DATA_DIR }),
  accounts,
});
const openIdConnect = provider.callback();

await listenLocally({ port, handle });

/**
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 */
async function handle(req, res) {
  const { pathname } = new URL(req.url ?? '/', 'http://localhost');
  const [, first, , verb] = pathname.split('/');
  if (first === 'sign-in') {
    return handleSignIn(req, res, verb);
  }
  if (pathname === '/test/accounts' && IDENTITY_MINTING === '1') {
    return mintAccount(req, res);
  }
  if (pathname === '/') {
    res.writeHead(200, pageHeaders());
    res.end(welcome());
    return undefined;
  }
  return openIdConnect(req, res);
}

/**
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 * @param {string | undefined} verb
 */
async function handleSignIn(req, res, verb) {
  let details;
  try {
    details = await provider.interactionDetails(req, res);
  } catch {
    res.writeHead(400, pageHeaders());
    res.end(expired());
    return;
  }
  const own = `/sign-in/${details.uid}`;
  if (req.method === 'POST' && verb === 'cancel') {
    await provider.interactionFinished(req, res, {
      error: 'access_denied',
      error_description: 'You cancelled signing in.',
    });
    return;
  }
  let error;
  if (req.method === 'POST') {
    const form = new URLSearchParams(await readBody(req));
    const account = chosenAccount(form);
    if (account) {
      await provider.interactionFinished(req, res, {
        login: { accountId: account.sub, remember: true },
      });
      return;
    }
    error = 'Enter an e-mail address, like name@example.org';
  }
  const { login_hint: hint } = details.params;
  res.writeHead(
    error ? 422 : 200,
    pageHeaders({ formTargets: [HUB_BASE_URL] }),
  );
  res.end(
    signInPage({
      accounts: accounts.list(),
      action: `${own}/choose`,
      cancel: `${own}/cancel`,
      hint: typeof hint === 'string' ? hint : details.session?.accountId,
      again: details.session !== undefined,
      error,
    }),
  );
}

/** @param {URLSearchParams} form */
function chosenAccount(form) {
  const email = form.get('email') ?? '';
  return email.trim()
    ? accounts.byEmail(email)
    : accounts.bySub(form.get('account') ?? '');
}

/**
 * For hostile tests only: an account with exactly the claims asked for.
 *
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 */
async function mintAccount(req, res) {
  const asked = JSON.parse(await readBody(req));
  const account = accounts.add({
    sub: String(asked.sub),
    name: String(asked.name ?? asked.sub),
    email: String(asked.email),
    emailVerified: asked.email_verified !== false,
    description: 'Made by a test',
    group: 'test',
  });
  res.writeHead(201, { 'content-type': 'application/json' });
  res.end(JSON.stringify(account));
}

function welcome() {
  return page({
    title: 'Local sign-in',
    body: markup`<h1>Local sign-in for the demonstration</h1>
      <p>
        This service stands in for an organisation's own sign-in. It has no page
        of its own.
      </p>
      <p><a href="${HUB_BASE_URL}">Go to the hub</a></p>`,
  });
}

function expired() {
  return page({
    title: 'Sign-in has expired',
    body: markup`<h1>This sign-in has expired</h1>
      <p>Close this window and choose "Sign in" in the hub again.</p>
      <p><a href="${HUB_BASE_URL}">Go to the hub</a></p>`,
  });
}
