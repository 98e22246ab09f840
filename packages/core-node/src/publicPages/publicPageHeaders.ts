import { HEADERS_OF_ALL } from '../http/headersOfAll';

/** The headers of every answer of the public pages, whatever its status. */
export const PUBLIC_PAGE_HEADERS: Readonly<Record<string, string>> = {
  ...HEADERS_OF_ALL,
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "script-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'cache-control': 'no-store',
};

/** For style sheets and such, whose address changes when they do. */
export const ASSET_CACHE = 'public, max-age=31536000, immutable';

/**
 * What leaving asks of the browser. Cookies are left out on purpose: the
 * browser would drop those of every neighbouring site of the same domain. Our
 * own is ended by name instead.
 */
export const CLEAR_SITE_DATA = '"cache", "storage"';
