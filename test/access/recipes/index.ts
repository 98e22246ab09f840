import type { Recipe } from '../Recipe';
import { adviceCollections } from './adviceCollections';
import { adviceMoves } from './adviceMoves';
import { backstage } from './backstage';
import { cases } from './cases';
import { legalLimits } from './legalLimits';
import { mailbox } from './mailbox';
import { network } from './network';
import { notifications } from './notifications';
import { publicPages } from './publicPages';
import { search } from './search';
import { subjectAccess } from './subjectAccess';

/** How every route of the hub is called. A route without a recipe fails the check. */
export const recipes: readonly Recipe[] = [
  ...adviceMoves,
  ...adviceCollections,
  ...cases,
  ...network,
  ...legalLimits,
  ...mailbox,
  ...search,
  ...subjectAccess,
  ...notifications,
  ...publicPages,
  ...backstage,
];
