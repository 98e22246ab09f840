export * from './advicePlaces';
export * from './createQuerySource';
export * from './createTemplateSource';
