export * from './casePlaces';
export * from './createCaseSource';
