export * from './deadlineRule';
export * from './loadDeadlineRules';
export * from './composeDeadlineRules';
export * from './rulesFor';
export * from './deadlineEvents';
export * from './computeDeadline';
export { periodWords } from './countPeriod';
