export * from './startSweeping';
