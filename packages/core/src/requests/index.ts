export * from './requestParts';
export * from './signInAgain';
export * from './toldReference';
