export * from './QueryLimits';
export * from './createDeadlineRuleProviders';
export * from './loadReferenceData';
