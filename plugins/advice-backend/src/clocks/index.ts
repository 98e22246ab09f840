export * from './queryClock';
export * from './readTargets';
