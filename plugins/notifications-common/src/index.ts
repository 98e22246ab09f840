export * from './noticeContracts';
export * from './preferenceContracts';
export * from './liveContracts';
