import type { HttpRouterService } from '@backstage/backend-plugin-api';
import { beforeHead } from '@imsa-hub/core-node';

type Handler = Parameters<HttpRouterService['use']>[0];

const PREFIX = '__Host-';
const REFRESH_TOKEN = 'oidc-refresh-token';

/**
 * The cookies of sign-in by Backstage's names, and when browsers send them. The
 * first two are read when another site, the provider, sends the browser back.
 */
const SAME_SITE: ReadonlyMap<string, 'Lax' | 'Strict'> = new Map([
  ['connect.sid', 'Lax'],
  ['oidc-nonce', 'Lax'],
  [REFRESH_TOKEN, 'Strict'],
  ['oidc-granted-scope', 'Strict'],
]);
/** One that is too long for a browser comes in parts: `name-0`, `name-1`. */
const PART = /-\d+$/;

/**
 * Ties the cookies of sign-in to this host, over HTTPS. Backstage's names for
 * them are fixed, so they are changed on the way, to names with `__Host-`, which
 * browsers take with `Secure`, for every path and without a domain only. Under
 * Backstage's own names, which another host of the domain could set, they do not
 * count. Every other cookie passes as it is.
 */
export function hostCookies(): Handler {
  return (request, response, next) => {
    const { cookie } = request.headers;
    if (cookie !== undefined) request.headers.cookie = received(cookie);
    beforeHead(response, () => {
      const set = response.getHeader('set-cookie');
      if (set === undefined) return;
      response.setHeader('set-cookie', sent([set].flat().map(String)));
    });
    next();
  };
}

function received(header: string): string {
  return header
    .split(';')
    .map(pair => pair.trim())
    .filter(pair => sameSiteOf(pair) === undefined)
    .map(pair => {
      const bare = pair.startsWith(PREFIX) ? pair.slice(PREFIX.length) : '';
      return sameSiteOf(bare) === undefined ? pair : bare;
    })
    .join('; ');
}

function sent(cookies: readonly string[]): string[] {
  const renamed = cookies.flatMap(cookie => {
    const sameSite = sameSiteOf(cookie);
    if (sameSite === undefined) return [cookie];
    const [pair, ...attributes] = cookie.split(/; */);
    // Backstage ends what it once set for a whole domain; that was never here.
    if (attributes.some(said => /^domain=/i.test(said))) return [];
    const life = attributes.filter(said => /^(max-age|expires)=/i.test(said));
    return [[`${PREFIX}${pair}`, ...life, attributesOf(sameSite)].join('; ')];
  });
  return [...renamed, ...endOfParts(renamed)];
}

// The request in which the provider sends the browser back brings no strict
// cookie. Backstage then cannot end the parts of a longer one that was there
// before, and would read on into them.
function endOfParts(cookies: readonly string[]): string[] {
  const name = `${PREFIX}${REFRESH_TOKEN}`;
  const given = cookies
    .filter(cookie => cookie.startsWith(name) && !/^[^=]+=;/.test(cookie))
    .map(nameOf);
  if (given.length === 0) return [];
  const parts = given.filter(one => PART.test(one)).length;
  return [`${name}-${parts}=; Max-Age=0; ${attributesOf('Strict')}`];
}

const attributesOf = (sameSite: string) =>
  `Path=/; HttpOnly; Secure; SameSite=${sameSite}`;

const nameOf = (cookie: string) => cookie.split('=', 1)[0] ?? '';

function sameSiteOf(cookie: string): string | undefined {
  const name = nameOf(cookie);
  return SAME_SITE.get(name) ?? SAME_SITE.get(name.replace(PART, ''));
}
