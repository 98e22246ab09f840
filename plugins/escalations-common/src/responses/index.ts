export {
  NamedPersonSchema,
  OpeningSchema,
  type NamedPerson,
  type Opening,
} from '@imsa-hub/core';
export * from './board';
export * from './parts';
export * from './record';
export * from './drafts';
export * from './choices';
