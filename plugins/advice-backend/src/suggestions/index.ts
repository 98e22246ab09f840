export * from './rankAssignees';
