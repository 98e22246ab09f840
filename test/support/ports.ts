/** Ports of the hubs that checks start, apart from each other and from a running hub. */
export const PORTS_FOR_CHECKS = {
  advice: {
    hub: 7811,
    postgres: 7815,
    identity: 7812,
    mailWeb: 7813,
    smtp: 7814,
  },
  bench: {
    hub: 7871,
    identity: 7872,
    mailWeb: 7873,
    smtp: 7874,
    postgres: 7875,
  },
} as const;

/** Where the handler that benchmarks compare the hub with listens. */
export const BARE_PORT = 7876;
