export * from './hubDatabase';
export * from './DatabaseListener';
export * from './eachNamed';
export * from './migrateSchema';
export * from './placedRows';
