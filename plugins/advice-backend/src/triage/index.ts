export * from './assessUrgency';
export * from './builtInTriageRules';
export * from './createTriageRules';
export * from './createWorkingDaysUntil';
