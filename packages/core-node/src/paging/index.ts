export * from './pageCursor';
