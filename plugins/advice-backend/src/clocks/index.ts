export * from './queryClock';
