import type {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Sight } from './charter';

type Criteria = PermissionCriteria<PermissionCondition>;

/** Says in rules of the independence rule what a person sees. */
export function sightCriteria(options: {
  person: PersonContext;
  resourceType: string;
  sights: readonly [Sight, ...Sight[]];
}): Criteria {
  const { person, resourceType, sights } = options;
  const condition = (rule: string, params: PermissionCondition['params']) => ({
    rule,
    resourceType,
    params,
  });
  const self = { personId: person.id };
  const own = condition('RAISED_BY', self);
  const independent = {
    allOf: [
      condition('NOT_CONFLICTED', {
        ...self,
        organisationIds: [...person.organisationIds],
      }),
      condition('NOT_RECUSED', self),
    ],
  } satisfies Criteria;
  const takingPart: Criteria = {
    allOf: [condition('TAKES_PART', self), ...independent.allOf],
  };
  const opened = condition('GLASS_BROKEN', self);
  const bySight: Record<Sight, Criteria[]> = {
    own: [own],
    'taking-part': [takingPart],
    independent: [independent],
    'independent-or-opened': [independent, opened],
  };
  const parts = new Set(sights.flatMap(sight => bySight[sight]));
  const [first, ...others] = parts;
  if (!first) throw new Error('A sight without criteria');
  return { anyOf: [first, ...others] };
}
