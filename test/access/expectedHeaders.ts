import type { HubAnswer } from '../support/HubClient';

const NO_FEATURES =
  'accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()';

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': NO_FEATURES,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
  'x-dns-prefetch-control': 'off',
};

const POLICIES = {
  api: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  page: "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  public:
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
};

/** Headers that carry an answer and tell nothing of it; all others are named. */
const CARRIERS = new Set([
  'accept-ranges',
  'allow',
  'clear-site-data',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'location',
  'retry-after',
  'set-cookie',
  'transfer-encoding',
  'vary',
  'x-accel-buffering',
  'x-request-id',
]);
/** Of files that are the same for everybody. */
const OF_FILES = new Set(['etag', 'last-modified']);

/**
 * What is wrong with the headers of an answer: one that is missing or other
 * than it must be, and one that nobody decided on.
 */
export function headerFaults(path: string, answer: HubAnswer): string[] {
  const kind = kindOf(path);
  const expected: Record<string, string> = {
    ...ALWAYS,
    'content-security-policy': POLICIES[kind],
  };
  const isFile = kind === 'page' || path.startsWith('/ask/assets/');
  const faults = Object.entries(expected)
    .filter(([name, value]) => answer.headers.get(name) !== value)
    .map(([name]) => `${name} is ${answer.headers.get(name)}`);
  const cache = answer.headers.get('cache-control') ?? '';
  if (!isFile && !/^no-store(, no-transform)?$/.test(cache)) {
    faults.push(`cache-control is ${cache}`);
  }
  if (!answer.headers.get('x-request-id'))
    faults.push('x-request-id is absent');
  const undecided = [...answer.headers.keys()].filter(
    name =>
      !(name in expected) &&
      name !== 'cache-control' &&
      !CARRIERS.has(name) &&
      !(isFile && OF_FILES.has(name)),
  );
  return [...faults, ...undecided.map(name => `${name} is not decided on`)];
}

function kindOf(path: string): keyof typeof POLICIES {
  if (path.startsWith('/api/') || path === '/api') return 'api';
  return /^\/ask(\/|\?|$)/.test(path) ? 'public' : 'page';
}
