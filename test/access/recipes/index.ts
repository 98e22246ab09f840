import type { Recipe } from '../Recipe';
import { adviceCollections } from './adviceCollections';
import { adviceMoves } from './adviceMoves';
import { backstage } from './backstage';
import { network } from './network';
import { notifications } from './notifications';
import { publicPages } from './publicPages';

/** How every route of the hub is called. A route without a recipe fails the check. */
export const recipes: readonly Recipe[] = [
  ...adviceMoves,
  ...adviceCollections,
  ...network,
  ...notifications,
  ...publicPages,
  ...backstage,
];
