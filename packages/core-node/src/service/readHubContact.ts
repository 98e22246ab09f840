import type { Config } from '@backstage/config';

/** How people of the network reach the Hub when something cannot wait. */
export interface HubContact {
  /** Nothing where the Hub has set none. */
  phone: string | null;
  mail: string | null;
}

/** Reads `hub.contact`. Both are optional: a page names only what there is. */
export function readHubContact(config: Config): HubContact {
  return {
    phone: config.getOptionalString('hub.contact.phone') ?? null,
    mail: config.getOptionalString('hub.contact.mail') ?? null,
  };
}
