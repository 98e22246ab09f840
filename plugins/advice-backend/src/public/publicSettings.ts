import type { Config } from '@backstage/config';
import { Allowance, readKey } from '@imsa-hub/core-node';
import path from 'node:path';

/** Minutes after which a page that was left is of no use; see the privacy page. */
const LIFE_MINUTES = 60;
const CATALOG = path.resolve(__dirname, '../../../../catalog');

/** The settings of the public pages, with their defaults. */
export function readPublicSettings(config: Config) {
  const perMinute = (key: string, otherwise: number) =>
    new Allowance(config.getOptionalNumber(`hub.limits.${key}`) ?? otherwise);
  const baseUrl = config.getString('hub.baseUrl');
  const exitUrl = new URL(
    config.getOptionalString('hub.public.exitUrl') ??
      'https://www.bbc.co.uk/weather',
  );
  if (exitUrl.protocol !== 'https:') {
    throw new Error('hub.public.exitUrl must be an https address');
  }
  return {
    key: readKey(config, 'hub.receipts.key'),
    baseUrl,
    secure: baseUrl.startsWith('https:'),
    exitUrl: exitUrl.href,
    name: config.getOptionalString('hub.public.name') ?? 'IMSA Hub',
    catalogFolder: config.getOptionalString('hub.catalogFolder') ?? CATALOG,
    lifeSeconds: LIFE_MINUTES * 60,
    allowances: {
      /** Pages posted from one address. */
      pages: perMinute('publicPagesPerAddressPerMinute', 120),
      /** Receipt codes tried from one address. */
      codes: perMinute('publicCodesPerAddressPerMinute', 10),
      /** Questions sent from one address. */
      questions: perMinute('publicQuestionsPerAddressPerMinute', 6),
    },
  };
}
