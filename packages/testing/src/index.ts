export * from './createTestDatabase';
export * from './fillQueries';
