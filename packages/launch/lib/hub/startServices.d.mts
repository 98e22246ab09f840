import type { StartServices } from '../../src/types';

export const startServices: StartServices;

export type * from '../../src/types';
