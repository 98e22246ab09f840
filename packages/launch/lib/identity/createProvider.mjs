import Provider from 'oidc-provider';
import { markup, page, pageHeaders, SafeHtml } from '../markup.mjs';

const HOUR = 3600;
const SCOPES = ['openid', 'profile', 'email'];

/** Where the hub takes the answer of a sign-in. */
const REDIRECT_PATHS = ['/api/auth/oidc/handler/frame'];

/**
 * The OpenID Connect provider of the demonstration: one confidential client, the
 * code flow with PKCE, consent given by being there at all.
 *
 * @param {object} options
 * @param {string} options.issuer
 * @param {string} options.hubUrl
 * @param {string} options.clientId
 * @param {string} options.clientSecret
 * @param {string} options.cookieKey
 * @param {{ keys: import('node:crypto').JsonWebKey[] }} options.jwks
 * @param {import('./accounts.mjs').Accounts} options.accounts
 */
export function createProvider({
  issuer,
  hubUrl,
  clientId,
  clientSecret,
  cookieKey,
  jwks,
  accounts,
}) {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        client_name: 'IMSA Hub',
        redirect_uris: REDIRECT_PATHS.map(path => `${hubUrl}${path}`),
        post_logout_redirect_uris: [hubUrl, `${hubUrl}/`],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        // Signing a decision asks for a fresh sign-in and checks its time.
        require_auth_time: true,
      },
    ],
    jwks: /** @type {any} */ (jwks),
    cookies: { keys: [cookieKey] },
    scopes: SCOPES,
    claims: {
      openid: ['sub'],
      profile: ['name'],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    issueRefreshToken: async (_ctx, client) =>
      client.grantTypeAllowed('refresh_token'),
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      Grant: 12 * HOUR,
      IdToken: HOUR,
      Interaction: HOUR,
      RefreshToken: 12 * HOUR,
      Session: 12 * HOUR,
    },
    interactions: { url: (_ctx, interaction) => `/sign-in/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => {
          ctx.set(pageHeaders({ formTargets: [hubUrl] }));
          ctx.body = signOutPage(form);
        },
        postLogoutSuccessSource: async ctx => {
          ctx.set(pageHeaders());
          ctx.body = page({
            title: 'Signed out',
            body: markup`<h1>You are signed out</h1>
              <p><a href="${hubUrl}">Back to the hub</a></p>`,
          });
        },
      },
    },
    renderError: async (ctx, out) => {
      ctx.set(pageHeaders());
      ctx.body = page({
        title: 'Sign-in did not work',
        body: markup`<h1>Sign-in did not work</h1>
          <p>${out.error_description ?? out.error}</p>
          <p><a href="${hubUrl}">Back to the hub</a></p>`,
      });
    },
    findAccount: async (_ctx, sub) => {
      const account = accounts.bySub(sub);
      return (
        account && { accountId: sub, claims: async () => claimsOf(account) }
      );
    },
    loadExistingGrant: async ctx => grantEverything(provider, ctx),
  });
  return provider;
}

/** @param {import('./accounts.mjs').Account} account */
const claimsOf = account => ({
  sub: account.sub,
  name: account.name,
  email: account.email,
  email_verified: account.emailVerified,
});

/**
 * Consent is not asked for: whoever signs in here wants to use the hub.
 *
 * @param {Provider} provider
 * @param {import('oidc-provider').KoaContextWithOIDC} ctx
 */
async function grantEverything(provider, ctx) {
  const { client, session } = ctx.oidc;
  if (!client || !session?.accountId) {
    return undefined;
  }
  const existing = session.grantIdFor(client.clientId);
  const found = existing && (await provider.Grant.find(existing));
  if (found) {
    return found;
  }
  const grant = new provider.Grant({
    clientId: client.clientId,
    accountId: session.accountId,
  });
  grant.addOIDCScope(SCOPES.join(' '));
  await grant.save();
  return grant;
}

/** @param {string} form made by oidc-provider, with its protection against forgery */
const signOutPage = form =>
  page({
    title: 'Sign out',
    body: markup`<h1>Sign out of the demonstration?</h1>
      ${new SafeHtml(form)}
      <div class="actions">
        <button type="submit" form="op.logoutForm" name="logout" value="yes">
          Sign out
        </button>
        <button type="submit" form="op.logoutForm" class="plain">
          Stay signed in
        </button>
      </div>`,
  });
