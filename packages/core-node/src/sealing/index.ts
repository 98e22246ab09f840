export * from './KeyManagement';
export * from './LocalKeyManagement';
export * from './Sealing';
export * from './keyManagementService';
