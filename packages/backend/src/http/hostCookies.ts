import type { RequestHandler } from 'express';

/** What Backstage calls the cookies of a sign-in, in parts where they are long. */
const OF_SIGN_IN =
  /^(?:connect\.sid|oidc-(?:nonce|refresh-token|granted-scope)(?:-\d+)?)$/;
const PREFIX = '__Host-';

/**
 * Cookies of a sign-in under names that a browser takes from this host alone,
 * over HTTPS, for all of it: no other host of the same domain can plant one. The
 * names are Backstage's own to everything behind this; a cookie that comes under
 * such a name itself is not one of ours. For a hub behind HTTPS only: without
 * it browsers refuse these names.
 */
export function hostCookies(): RequestHandler {
  return (request, response, next) => {
    const { cookie } = request.headers;
    if (cookie !== undefined) request.headers.cookie = asBackstageNames(cookie);
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) =>
      name.toLowerCase() === 'set-cookie'
        ? setHeader(name, [value].flat().map(String).flatMap(asOurs))
        : setHeader(name, value);
    next();
  };
}

function asBackstageNames(header: string): string {
  return header
    .split(/; */)
    .flatMap(pair => {
      const name = nameOf(pair);
      if (OF_SIGN_IN.test(name)) return [];
      const plain = name.slice(PREFIX.length);
      return name.startsWith(PREFIX) && OF_SIGN_IN.test(plain)
        ? [pair.slice(PREFIX.length)]
        : [pair];
    })
    .join('; ');
}

/** One cookie as it is sent; none where a browser would refuse it. */
function asOurs(cookie: string): string[] {
  if (!OF_SIGN_IN.test(nameOf(cookie))) return [cookie];
  const [pair = '', ...attributes] = cookie.split(/; */);
  // Backstage also clears what much older versions set for a whole domain.
  if (attributes.some(attribute => /^domain=/i.test(attribute))) return [];
  const kept = attributes.filter(
    attribute => !/^(?:path=|secure$|samesite=)/i.test(attribute),
  );
  const strictness =
    attributes.find(attribute => /^samesite=strict$/i.test(attribute)) ??
    // The way back from the provider comes from another site.
    'SameSite=Lax';
  return [
    [`${PREFIX}${pair}`, ...kept, 'Path=/', 'Secure', strictness].join('; '),
  ];
}

const nameOf = (pair: string) => pair.split('=', 1)[0] ?? '';
