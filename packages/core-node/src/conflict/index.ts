export * from './ConflictFacts';
export * from './conflictRules';
export * from './criteria';
export * from './RecordSight';
export * from './filterForSubject';
