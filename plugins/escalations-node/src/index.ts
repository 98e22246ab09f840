export * from './EscalationType';
export * from './extensionPoints';
