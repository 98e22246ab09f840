export * from './countLoads';
export * from './rankAssignees';
