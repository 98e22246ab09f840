import express from 'express';
import request from 'supertest';
import { securityHeaders } from './securityHeaders';

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
  'x-dns-prefetch-control': 'off',
};
const API = {
  ...ALWAYS,
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};
const PAGE = {
  ...ALWAYS,
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};
const HTTPS = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
};
const LEAVING = { 'clear-site-data': '"cache", "cookies", "storage"' };
const METHODS = [
  'get',
  'head',
  'post',
  'put',
  'patch',
  'delete',
  'options',
] as const;

/** Exactly the headers that were put there, of an answer that adds none. */
async function headersOf(input: {
  method: (typeof METHODS)[number];
  path: string;
  https?: boolean;
  sent?: Record<string, string>;
}): Promise<Record<string, string>> {
  const app = express().disable('x-powered-by');
  app.use(securityHeaders({ https: input.https ?? false }));
  app.use((_request, response) => void response.status(204).end());
  const { headers } = await request(app)
    [input.method](input.path)
    .set(input.sent ?? {});
  const { date: _date, connection: _connection, ...rest } = headers;
  return rest as Record<string, string>;
}

describe.each(METHODS)('%s', method => {
  test.each([
    ['an answer of the interface', '/api/advice/queries/x', API],
    ['the interface itself', '/api', API],
    ['a page', '/advice/queries/x', PAGE],
    ['the first page', '/', PAGE],
    ['a script', '/static/main.js', PAGE],
    ['what only looks like the interface', '/apis/x', PAGE],
    ['what nobody mounted', '/none', PAGE],
  ])('%s has exactly these headers', async (_, path, expected) => {
    expect(await headersOf({ method, path })).toEqual(expected);
    expect(await headersOf({ method, path, https: true })).toEqual({
      ...expected,
      ...HTTPS,
    });
  });

  test('signing out empties the browser when our own page asks', async () => {
    const path = '/api/auth/oidc/logout';
    const sent = { 'x-requested-with': 'XMLHttpRequest' };
    expect(await headersOf({ method, path, sent })).toEqual({
      ...API,
      ...LEAVING,
    });
    expect(await headersOf({ method, path })).toEqual(API);
  });
});
