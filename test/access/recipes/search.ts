import { newId } from '@imsa-hub/core';
import { RELATIONS, has, looksInto, sees, type Relation } from '../policy';
import { signedIn, type Cell, type Recipe } from '../Recipe';

/** Whether what is looked for may be found: two recipes of the same route. */
const EITHER = [true, false];

/**
 * The search box is everybody's, and finds what somebody may see; a query by its
 * reference, only what they may work on. What is found of a hidden query is byte
 * for byte what is found of none.
 */
export const search: readonly Recipe[] = [
  ...EITHER.map((found): Recipe => ({
    route: 'post /api/search/find',
    standings: RELATIONS,
    verdict: (member, standing) =>
      sees(member.role, standing as Relation) === found
        ? signedIn('answered')(member)
        : undefined,
    alike: !found,
    call: async cell => ({
      path: '/api/search/find',
      body: { words: await referenceOf(cell) },
    }),
  })),
  ...EITHER.map((found): Recipe => ({
    route: 'post /api/advice/queries/find',
    standings: RELATIONS,
    verdict: (member, standing) => {
      if (looksInto(member.role, standing as Relation) !== found)
        return undefined;
      if (member.role === 'nobody') return 'sign-in';
      return has(member.role, 'answer') ? 'answered' : 'closed';
    },
    alike: !found,
    call: async cell => ({
      path: '/api/advice/queries/find',
      body: { reference: await referenceOf(cell) },
    }),
  })),
];

async function referenceOf({ world, member, standing }: Cell): Promise<string> {
  const relation = standing as Relation;
  // No reference has a U: it is never mistaken for one.
  if (relation === 'missing') return `ADV-${newId().slice(-5).toUpperCase()}U`;
  const isNever = relation === 'opened' && !has(member.role, 'break the glass');
  const { reference } = await world.shared({
    member,
    relation: isNever ? 'conflicted' : relation,
    stage: 'in-hand',
  });
  return reference;
}
