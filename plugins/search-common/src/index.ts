export * from './permissions';
export * from './searchContracts';
