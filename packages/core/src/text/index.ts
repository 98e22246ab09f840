export * from './plainText';
export * from './languageName';
export * from './sortName';
export * from './openText';
