import type { Config } from '@backstage/config';
import { isThisMachine } from './isThisMachine';
import { mailServerFault } from './mailServerFault';
import { openConnectionFaults } from './openConnectionFaults';
import { unscannedFilesFault } from './unscannedFilesFault';

const SHORTEST = 32;

/** Words that stand in examples, in whatever case and with whatever after them. */
const EXAMPLES =
  /^(demo|change[-_ ]?me|secret|password|example|test|default|hub|imsa|xxx)/i;

const SECRETS = ['auth.session.secret'];
const KEYS = ['hub.ledger', 'hub.receipts'];
const PASSWORDS = [
  'hub.database.connection.password',
  'backend.database.connection.password',
];

/**
 * Looks for a configuration that is good for a demo only.
 *
 * @returns what has to be mended, in plain words; nothing for the demo itself
 */
export function refuseDemoSecrets(options: {
  config: Config;
  /** `HUB_DEMO=1`: synthetic people on one's own machine. */
  isDemo: boolean;
}): string[] {
  const { config, isDemo } = options;
  if (isDemo) return [];
  const provider = providerOf(config);
  return [
    ...SECRETS.map(key => secretFault(key, textAt(config, key))),
    ...KEYS.flatMap(key => [
      keyFault(`${key}.key`, textAt(config, `${key}.key`)),
      ...formerKeyFaults(config, `${key}.formerKeys`),
    ]),
    ...PASSWORDS.map(key => secretFault(key, textAt(config, key), 16)),
    ...masterKeyFaults(config),
    secretFault(
      'auth.providers.oidc: clientSecret',
      textAt(provider, 'clientSecret'),
      16,
    ),
    ...['app.baseUrl', 'backend.baseUrl', 'hub.baseUrl'].map(key =>
      addressFault(key, textAt(config, key)),
    ),
    ...['metadataUrl', 'issuer'].map(key =>
      addressFault(`auth.providers.oidc: ${key}`, textAt(provider, key)),
    ),
    mailServerFault(textAt(config, 'hub.mail.smtpUrl')),
    ...openConnectionFaults(config),
    unscannedFilesFault(config),
  ].filter(fault => fault !== undefined);
}

// A variable that is set to nothing is an empty text, which Backstage's own
// reading refuses with words about types.
function textAt(config: Config | undefined, key: string): string | undefined {
  const value = config?.getOptional(key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function providerOf(config: Config): Config | undefined {
  const environment = textAt(config, 'auth.environment');
  return environment === undefined
    ? undefined
    : config.getOptionalConfig(`auth.providers.oidc.${environment}`);
}

function formerKeyFaults(config: Config, path: string) {
  return (config.getOptionalStringArray(path) ?? []).map((value, at) =>
    keyFault(`${path}[${at}]`, value),
  );
}

function masterKeyFaults(config: Config): Array<string | undefined> {
  const keys = config.getOptionalConfigArray('hub.sealing.masterKeys') ?? [];
  if (keys.length === 0) return ['hub.sealing.masterKeys is missing.'];
  return keys.map(key =>
    keyFault(
      `hub.sealing.masterKeys "${textAt(key, 'id') ?? ''}"`,
      textAt(key, 'secret'),
    ),
  );
}

function secretFault(
  name: string,
  value: string | undefined,
  shortest = SHORTEST,
): string | undefined {
  if (!value) return `${name} is missing.`;
  if (value.length < shortest) {
    return `${name} is shorter than ${shortest} characters.`;
  }
  if (EXAMPLES.test(value) || new Set(value).size < 8) {
    return `${name} is one that anybody could guess. Make one with: openssl rand -base64 32`;
  }
  return undefined;
}

function keyFault(name: string, value: string | undefined): string | undefined {
  if (!value) return `${name} is missing.`;
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length !== 32) return `${name} is not 32 bytes in base64.`;
  // 32 random bytes hardly ever have fewer than 20 different ones.
  if (new Set(bytes).size < 16 || EXAMPLES.test(bytes.toString('latin1'))) {
    return `${name} is one that anybody could guess. Make one with: openssl rand -base64 32`;
  }
  return undefined;
}

function addressFault(
  name: string,
  value: string | undefined,
): string | undefined {
  if (!value) return `${name} is missing.`;
  if (!URL.canParse(value)) return `${name} is not an address.`;
  const { protocol, hostname } = new URL(value);
  if (protocol !== 'https:') return `${name} has to begin with https:`;
  if (isThisMachine(hostname)) {
    return `${name} is on this machine, where nobody else can reach it.`;
  }
  return undefined;
}
