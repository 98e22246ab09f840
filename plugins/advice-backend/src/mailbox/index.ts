export { createMailbox, type Mailbox } from './createMailbox';
export { mailboxRoutes } from './mailboxRoutes';
export { seedMailbox } from './seedMailbox';
export { startMailbox } from './startMailbox';
export { sweepMailbox } from './sweepMailbox';
