import type { StartHub } from '../../src/types';

export const startHub: StartHub;

export type * from '../../src/types';
