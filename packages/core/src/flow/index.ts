export * from './flow';
export * from './guards';
