/**
 * What every page of the console is built from: the backend as the signed-in
 * person, forms, lists of work, and the words around them.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './live';
export * from './person';
export * from './page';
export * from './forms';
export * from './queue';
export * from './record';
export * from './feedback';
export * from './shortcuts';
export * from './actions';
export * from './words';
export * from './events';
export * from './retention';
