export * from './createTestDatabase';
export * from './testPeople';
export * from './startTestHub';
