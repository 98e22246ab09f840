import type { Config } from '@backstage/config';

const SCANNER = 'hub.files.clamd.host';
const ACCEPTED = 'hub.files.withoutScanner';

/**
 * Files of cases go out to people's machines: something looks into them first, or
 * the operator says in so many words that nothing does.
 *
 * @returns what has to be mended, in plain words
 */
export function unscannedFilesFault(config: Config): string | undefined {
  const files = config.getOptionalConfig('hub.files');
  const host = files?.getOptional<unknown>('clamd.host') ?? '';
  const isAccepted = files?.getOptional('withoutScanner') === 'accepted';
  if (host !== '' || isAccepted) return undefined;
  return `${SCANNER} is missing, and without it files go out that nothing has looked into for what harms. Set it, or say that you accept that: ${ACCEPTED}: accepted`;
}
