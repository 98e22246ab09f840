export * from './vocabulary';
export * from './permissions';
export * from './answers';
export * from './requests';
export * from './responses';
export * from './documents';
