export * from './TriageRule';
export * from './DocumentTemplate';
export * from './QueueColumnValues';
export * from './extensionPoints';
export * from './createRegistry';
export * from './casesOfQueries';
