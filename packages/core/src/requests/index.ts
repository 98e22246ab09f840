export * from './requestParts';
export * from './signInAgain';
