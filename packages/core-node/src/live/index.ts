export * from './LiveHub';
export * from './createLiveHub';
