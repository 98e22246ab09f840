export * from './hubService';
export * from './allowances';
export * from './keys';
export * from './readCatalogFolder';
export * from './readSettings';
export * from './readSessionSettings';
export * from './signIns';
export * from './readHubContact';
