export * from './createTestDatabase';
export * from './SmtpDialogue';
