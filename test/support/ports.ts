/** Ports of the hubs that checks start, apart from each other and from a running hub. */
export const PORTS_FOR_CHECKS = {
  advice: {
    hub: 7811,
    postgres: 7815,
    identity: 7812,
    mailWeb: 7813,
    smtp: 7814,
    mailbox: 7816,
  },
  mailbox: {
    hub: 7911,
    postgres: 7915,
    identity: 7912,
    mailWeb: 7913,
    smtp: 7914,
    mailbox: 7916,
  },
} as const;
