export * from './newId';
export * from './humanReference';
