export * from './vocabulary';
export * from './ids';
export * from './text';
export * from './flow';
export * from './dates';
export * from './deadlines';
export * from './clock';
export * from './guard';
