/** Ports of the hubs that checks start, apart from each other and from a running hub. */
export const PORTS_FOR_CHECKS = {
  advice: {
    hub: 7811,
    postgres: 7815,
    identity: 7812,
    mailWeb: 7813,
    smtp: 7814,
  },
  crash: {
    hub: 7831,
    identity: 7832,
    mailWeb: 7833,
    smtp: 7834,
    postgres: 7835,
  },
  leaver: {
    hub: 7841,
    identity: 7842,
    mailWeb: 7843,
    smtp: 7844,
    postgres: 7845,
  },
} as const;
