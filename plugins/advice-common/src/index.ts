export * from './vocabulary';
export * from './permissions';
export * from './requests';
export * from './responses';
export * from './mailbox';
