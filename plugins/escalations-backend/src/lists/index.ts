export * from './CaseList';
export * from './encounters';
export * from './events';
export * from './legalRequests';
export * from './mergeList';
