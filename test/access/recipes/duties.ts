import { newId } from '@imsa-hub/core';
import type { Member } from '../Cast';
import { has, type Duty, type Verdict } from '../policy';
import type { Cell, Recipe } from '../Recipe';

/** A route that is not about one record: open to a duty, closed to all others. */
export function collection(recipe: {
  route: string;
  duty: Duty;
  /** Given a mark to put into what is sent, by which it would be found. */
  call(
    mark: string,
    cell: Cell,
  ): Promise<object | undefined> | object | undefined;
}): Recipe {
  return {
    route: recipe.route,
    standings: ['collection'],
    verdict: dutyVerdict(recipe.duty, 'closed'),
    async call(cell) {
      const mark = newId();
      return {
        path: recipe.route.split(' ')[1] ?? '',
        body: await recipe.call(mark, cell),
        traces: () => cell.world.inside.marked(mark),
      };
    },
  };
}

/** Open to a duty; for all others what is said. */
export const dutyVerdict =
  (duty: Duty, otherwise: Verdict) =>
  (member: Member): Verdict => {
    if (member.role === 'nobody') return 'sign-in';
    return has(member.role, duty) ? 'answered' : otherwise;
  };
