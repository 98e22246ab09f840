export * from './hubService';
export * from './allowances';
export * from './keys';
export * from './readCatalogFolder';
export * from './readHubContact';
