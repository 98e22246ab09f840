export * from './DocumentView';
export * from './readDocument';
