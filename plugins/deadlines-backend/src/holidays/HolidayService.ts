import { HubInputError, type HubService } from '@imsa-hub/core-node';
import {
  deadlinesManagePermission,
  type HolidayChange,
  type HolidayList,
} from '@imsa-hub/deadlines-common';
import type { PersonContext } from '@imsa-hub/network-node';
import { requireManage, requireUse } from '../access/requireDeadlines';
import type { LawKeeper, ReadLaw } from '../LawKeeper';
import type { Changer } from '../rules/RuleService';
import { holidayChangeProblem, NATION_OF } from './planHolidayChange';
import { presentHolidays } from './presentHolidays';

/** What can be done with bank holidays. */
export interface HolidayService {
  /** The closed days from the beginning of this year to the horizon. */
  list(input: { person: PersonContext }): Promise<HolidayList>;
  /**
   * Adds a closed day or takes one away, against the list.
   *
   * @throws HubInputError naming the field that does not fit
   */
  change(input: Changer & { change: HolidayChange }): Promise<HolidayList>;
}

/** Keeps the bank holidays, for those who may. */
export function createHolidayService(options: {
  hub: Pick<HubService, 'database' | 'work' | 'people' | 'permissions'>;
  keeper: LawKeeper;
}): HolidayService {
  const { hub, keeper } = options;

  const listOf = (person: PersonContext, read: ReadLaw): HolidayList => {
    const { reviewedOn, source } = read.law.bankHolidays;
    return {
      horizon: keeper.horizon(read.law),
      reviewedOn,
      source,
      days: presentHolidays({
        read,
        from: `${keeper.today().slice(0, 4)}-01-01`,
        nameOf: id => hub.people.nameOf(id),
      }),
      allowedActions: hub.permissions.may(person, deadlinesManagePermission)
        ? ['change']
        : [],
    };
  };

  return {
    async list({ person }) {
      requireUse(hub.permissions, person);
      return listOf(person, await keeper.read(hub.database));
    },

    async change({ person, actor, change }) {
      requireManage(hub.permissions, person);
      return hub.work.run(actor, async work => {
        const { law } = await keeper.readToChange(work.trx);
        const problem = holidayChangeProblem(change, law.holidays);
        if (problem) {
          throw new HubInputError({
            fields: [{ ...problem, field: `body.${problem.field}` }],
          });
        }
        const { date, reason } = change;
        for (const division of change.divisions) {
          const id = work.newId();
          const nation = NATION_OF[division];
          const title =
            change.title ?? law.holidays.holidayOn({ date, nation }) ?? '';
          await work.trx.table('holiday_change').insert({
            id,
            division,
            date,
            change: change.change,
            title,
            reason,
            by_id: person.id,
            at: work.now,
          });
          work.record({
            type:
              change.change === 'add'
                ? 'deadlines.closed-day-added'
                : 'deadlines.closed-day-removed',
            subject: `holiday-change:${id}`,
            after: { division, date, title },
          });
        }
        return listOf(person, await keeper.read(work.trx));
      });
    },
  };
}
