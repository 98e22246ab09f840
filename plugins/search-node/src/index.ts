export * from './SearchSource';
export * from './SearchSources';
export * from './searchTerms';
