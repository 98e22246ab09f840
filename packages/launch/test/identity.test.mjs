import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { startServices } from '../lib/hub/startServices.mjs';
import { anyFreePort } from '../lib/ports.mjs';
import { readPeople } from '../lib/identity/readPeople.mjs';
import { Browser } from './Browser.mjs';
import { tempFolder } from './tempFolder.mjs';

/** @type {import('../lib/hub/startServices.mjs').Services} */
let services;
const coordinator = readPeople().find(person => person.key === 'coordinator');

before(async () => {
  services = await startServices({
    dataDir: tempFolder(),
    ports: {
      hub: await anyFreePort(),
      postgres: await anyFreePort(),
      identity: await anyFreePort(),
      mailWeb: await anyFreePort(),
      smtp: await anyFreePort(),
      mailbox: await anyFreePort(),
    },
    minting: true,
  });
});

after(() => services.stop());

test('a chosen person signs in by the code flow with PKCE', async () => {
  const { claims, userinfo, tokens } = await signIn(new Browser(), {
    account: 'coordinator',
  });
  assert.equal(claims.iss, services.identityUrl);
  assert.equal(claims.aud, 'imsa-hub');
  assert.equal(claims.nonce, 'a-nonce');
  assert.ok(Math.abs(claims.auth_time - Date.now() / 1000) < 30);
  assert.deepEqual(userinfo, {
    sub: 'coordinator',
    name: coordinator?.name,
    email: 'coordinator@hub.example',
    email_verified: true,
  });
  assert.ok(tokens.refresh_token);
});

test('an address is typed, an unverified one says so', async () => {
  const typed = await signIn(new Browser(), {
    email: 'New.Person@hub.example',
  });
  assert.equal(typed.userinfo.email, 'new.person@hub.example');
  const known = await signIn(new Browser(), {
    email: 'COORDINATOR@hub.example',
  });
  assert.equal(known.userinfo.sub, 'coordinator');
  const unverified = await signIn(new Browser(), { account: 'unverified' });
  assert.equal(unverified.userinfo.email_verified, false);
});

test('a second sign-in is silent, unless it is asked for again', async () => {
  const browser = new Browser();
  const first = await signIn(browser, { account: 'coordinator' });
  const silent = await browser.follow(authorizationUrl({}).url);
  assert.ok(new URL(silent.url).searchParams.get('code'), silent.url);
  for (const parameters of [{ prompt: 'login' }, { max_age: '0' }]) {
    const asked = await browser.follow(authorizationUrl(parameters).url);
    assert.match(asked.body, /asks you to sign in again/);
    assert.match(asked.body, /value="coordinator"\s+checked/);
  }
  await new Promise(done => setTimeout(done, 1100));
  const again = await signIn(browser, {
    account: 'coordinator',
    parameters: { prompt: 'login', max_age: '0' },
  });
  assert.ok(again.claims.auth_time > first.claims.auth_time);
});

test('login_hint chooses a person beforehand', async () => {
  const { url } = authorizationUrl({ login_hint: 'board@hub.example' });
  const { body } = await new Browser().follow(url);
  assert.match(body, /value="board"\s+checked/);
});

test('without PKCE, with a foreign address to return to, or an old page: refused in words', async () => {
  const withoutPkce = authorizationUrl({ code_challenge: '' }).url;
  const refused = await new Browser().follow(withoutPkce);
  assert.match(
    new URL(refused.url).searchParams.get('error_description') ?? '',
    /PKCE/,
  );
  const foreign = authorizationUrl({
    redirect_uri: 'https://evil.example/',
  }).url;
  assert.match(
    (await new Browser().follow(foreign)).body,
    /<h1>Sign-in did not work<\/h1>/,
  );
  const expired = await new Browser().follow(
    `${services.identityUrl}/sign-in/unknown`,
  );
  assert.match(expired.body, /This sign-in has expired/);
});

test('a wrong secret, and a code used twice, get nothing', async () => {
  const { code, verifier } = await signIn(new Browser(), {
    account: 'coordinator',
  });
  assert.equal((await exchange({ code, verifier })).error, 'invalid_grant');
  const wrong = await exchange({ code, verifier, secret: 'wrong' });
  assert.equal(wrong.error, 'invalid_client');
});

test('tests mint accounts with any claims', async () => {
  await fetch(`${services.identityUrl}/test/accounts`, {
    method: 'POST',
    body: JSON.stringify({
      sub: 'impostor',
      email: 'coordinator@hub.example',
      email_verified: false,
    }),
  });
  const { userinfo } = await signIn(new Browser(), { account: 'impostor' });
  assert.equal(userinfo.sub, 'impostor');
  assert.equal(userinfo.email, 'coordinator@hub.example');
  assert.equal(userinfo.email_verified, false);
});

test('signing out ends the session', async () => {
  const browser = new Browser();
  await signIn(browser, { account: 'coordinator' });
  const page = await browser.follow(`${services.identityUrl}/session/end`);
  assert.match(page.body, /Sign out of the demonstration\?/);
  const done = await browser.submit(page, { logout: 'yes' });
  assert.match(done.body, /You are signed out/);
  const next = await browser.follow(authorizationUrl({}).url);
  assert.match(next.body, /Choose who you want to be/);
});

/**
 * @param {Browser} browser
 * @param {{ account?: string, email?: string, parameters?: Record<string, string> }} options
 */
async function signIn(browser, { account = '', email = '', parameters = {} }) {
  const { url, verifier } = authorizationUrl(parameters);
  const page = await browser.follow(url);
  const landed = await browser.submit(page, { account, email });
  const code = new URL(landed.url).searchParams.get('code') ?? '';
  const tokens = await exchange({ code, verifier });
  assert.ok(tokens.id_token, JSON.stringify(tokens));
  const userinfo = await fetch(`${services.identityUrl}/me`, {
    headers: { authorization: `Bearer ${tokens.access_token}` },
  });
  const [, payload = ''] = tokens.id_token.split('.');
  return {
    code,
    verifier,
    tokens,
    claims: JSON.parse(Buffer.from(payload, 'base64url').toString()),
    userinfo: await userinfo.json(),
  };
}

/** @param {Record<string, string>} parameters an empty one is left out */
function authorizationUrl(parameters) {
  const verifier = randomBytes(32).toString('base64url');
  const all = {
    client_id: 'imsa-hub',
    response_type: 'code',
    scope: 'openid profile email',
    redirect_uri: redirectUri(),
    state: 'a-state',
    nonce: 'a-nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...parameters,
  };
  const given = Object.entries(all).filter(
    ([name, value]) =>
      value !== '' &&
      !(name === 'code_challenge_method' && !all.code_challenge),
  );
  const url = `${services.identityUrl}/auth?${new URLSearchParams(given)}`;
  return { url, verifier };
}

/** @param {{ code: string, verifier: string, secret?: string }} options */
async function exchange({ code, verifier, secret }) {
  const { OIDC_CLIENT_SECRET = '' } = services.env;
  const name = encodeURIComponent('imsa-hub');
  const password = encodeURIComponent(secret ?? OIDC_CLIENT_SECRET);
  const response = await fetch(`${services.identityUrl}/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri(),
      code_verifier: verifier,
    }),
  });
  return response.json();
}

const redirectUri = () => `${services.url}/api/auth/oidc/handler/frame`;
