import { HEADERS_OF_ALL } from '@imsa-hub/core-node';
import type { RequestHandler } from 'express';

const API_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Backstage UI puts the rules of each component into the page as it draws
  // it. Scripts have no such exception.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const LOGOUT = '/api/auth/oidc/logout';

/** Headers of every answer. Public pages put stricter ones in their place. */
export function securityHeaders(options: {
  /** Whether people reach the hub over HTTPS. */
  https: boolean;
}): RequestHandler {
  const always: Record<string, string> = {
    ...HEADERS_OF_ALL,
    'x-permitted-cross-domain-policies': 'none',
    'x-dns-prefetch-control': 'off',
    ...(options.https
      ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
      : {}),
  };
  const headers = Object.entries(always);
  return (request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    const isApi = request.path === '/api' || request.path.startsWith('/api/');
    response.setHeader(
      'content-security-policy',
      isApi ? API_POLICY : PAGE_POLICY,
    );
    if (isApi) response.setHeader('cache-control', 'no-store');
    // Only our own pages can send this header: a foreign page must not be able
    // to empty somebody's browser with a mere link.
    if (
      request.path === LOGOUT &&
      request.get('x-requested-with') === 'XMLHttpRequest'
    ) {
      response.set('clear-site-data', '"cache", "cookies", "storage"');
    }
    next();
  };
}
