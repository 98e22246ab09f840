export * from './appPages';
