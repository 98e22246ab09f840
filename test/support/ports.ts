/** Ports of the hubs that checks start, apart from each other and from a running hub. */
export const PORTS_FOR_CHECKS = {
  advice: {
    hub: 7811,
    postgres: 7815,
    identity: 7812,
    mailWeb: 7813,
    smtp: 7814,
  },
  access: {
    hub: 7821,
    postgres: 7825,
    identity: 7822,
    mailWeb: 7823,
    smtp: 7824,
  },
} as const;
