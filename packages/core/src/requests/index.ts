export * from './requestParts';
