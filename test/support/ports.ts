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
  advice: block(7811),
  logs: block(7851),
  fresh: block(7861),
  page: block(7881),
} as const;

/** Five ports in a row: hub, identity, mail to read, mail to receive, PostgreSQL. */
function block(first: number) {
  return {
    hub: first,
    identity: first + 1,
    mailWeb: first + 2,
    smtp: first + 3,
    postgres: first + 4,
  };
}
