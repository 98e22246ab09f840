import type { Config } from '@backstage/config';
import { isThisMachine } from './isThisMachine';

/** What speaks no TLS: where it is, and the setting without which it is off. */
const WITHOUT_TLS = [
  { name: 'backend.listen.host', counts: 'backend' },
  { name: 'hub.mailbox.host', counts: 'hub.mailbox.port' },
  { name: 'hub.files.clamd.host', counts: 'hub.files.clamd.host' },
];
/** The mailbox listens on this machine only, unless told. */
const HERE_UNLESS_TOLD = 'hub.mailbox.host';

const DATABASES = ['hub.database.connection', 'backend.database.connection'];

/**
 * Nothing leaves this machine in the clear: what speaks no TLS stays on it, where
 * a proxy or a tunnel takes over, and PostgreSQL shows a certificate.
 *
 * @returns what has to be mended, in plain words
 */
export function openConnectionFaults(config: Config): string[] {
  return [
    ...WITHOUT_TLS.filter(
      ({ name, counts }) => isSet(config, counts) && !isHere(config, name),
    ).map(
      ({ name }) =>
        `${name} is not this machine, and there is no TLS on the way. Set it to 127.0.0.1, with a proxy or a TLS tunnel there.`,
    ),
    ...DATABASES.filter(name => {
      const isSure = valueAt(config, `${name}.ssl.rejectUnauthorized`);
      return !isHere(config, `${name}.host`) && isSure !== true;
    }).map(
      name =>
        `${name} takes a PostgreSQL that shows no certificate. Set ssl.rejectUnauthorized to true.`,
    ),
  ];
}

// A variable that is set to nothing is an empty text.
const isSet = (config: Config, name: string) =>
  (valueAt(config, name) ?? '') !== '';

function isHere(config: Config, name: string): boolean {
  const host = valueAt(config, name) ?? '';
  if (host === '') return name === HERE_UNLESS_TOLD;
  return isThisMachine(String(host).toLowerCase()) || host === '::1';
}

// `ssl` may be `true` and `listen` a text; Backstage's reading throws beneath them.
function valueAt(config: Config, path: string): unknown {
  const [first = '', ...rest] = path.split('.');
  return rest.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | undefined)?.[name],
    config.getOptional(first),
  );
}
