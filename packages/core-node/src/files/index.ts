export * from './FileType';
export * from './FileScanner';
export * from './cleanFileName';
export * from './createClamdScanner';
export * from './readUpload';
export * from './takeOutPlace';
