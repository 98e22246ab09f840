export * from './createTestDatabase';
export * from './fillQueries';
export * from './SmtpDialogue';
