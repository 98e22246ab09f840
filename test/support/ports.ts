/** Ports of the hubs that checks start, apart from each other and from a running hub. */
export const PORTS_FOR_CHECKS = {
  advice: block(7811),
  access: block(7821),
  crash: block(7831),
  leaver: block(7841),
  logs: block(7851),
  fresh: block(7861),
  bench: block(7871),
  page: block(7881),
  hostile: block(7891),
  escalation: block(7931),
  sealed: block(7941),
  flow: block(7951),
  cases: block(7961),
  mailbox: block(7911),
} as const;

/**
 * Six ports in a row: hub, identity, mail to read, mail to receive,
 * PostgreSQL, the advice mailbox.
 */
function block(first: number) {
  return {
    hub: first,
    identity: first + 1,
    mailWeb: first + 2,
    smtp: first + 3,
    postgres: first + 4,
    mailbox: first + 5,
  };
}

/** Port of the bare handler that a benchmark measures beside the hub. */
export const BARE_PORT = 7877;
