export * from './hubDatabase';
export * from './DatabaseListener';
export * from './migrateSchema';
