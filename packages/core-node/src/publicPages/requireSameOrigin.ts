import type { RequestHandler } from 'express';
import { PublicPageError } from './PublicPageError';

/**
 * Refuses a post that another site started. Browsers of the last years say so
 * in `Sec-Fetch-Site`; older ones name the `Origin`, which is `null` from our
 * own pages as well, because they send no referrer. The sealed field and the
 * SameSite cookie stand behind it.
 */
export function requireSameOrigin(options: {
  /** The address people use, from configuration. */
  baseUrl: string;
}): RequestHandler {
  const ours = new URL(options.baseUrl).origin;
  return (request, _response, next) => {
    const site = request.headers['sec-fetch-site'];
    const origin = request.headers.origin;
    const named = origin !== undefined && origin !== 'null';
    const started =
      site === undefined || site === 'same-origin' || site === 'none';
    const matches =
      !named || origin === ours || hostOf(origin) === request.headers.host;
    if (started && matches) {
      next();
      return;
    }
    next(new PublicPageError({ kind: 'not-from-here', status: 403 }));
  };
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
