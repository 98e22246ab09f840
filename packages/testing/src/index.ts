export * from './createTestDatabase';
export * from './testPeople';
export * from './startTestHub';
export * from './fillQueries';
export * from './fillCases';
export * from './SmtpDialogue';
export * from './readPdf';
export * from './readZip';
