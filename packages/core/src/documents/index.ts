export * from './DocumentView';
export * from './readDocument';
export * from './placesToAdapt';
