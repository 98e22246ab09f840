export * from './RecordChanges';
