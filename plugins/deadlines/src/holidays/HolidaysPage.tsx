import { useState } from 'react';
import { Button } from '@backstage/ui';
import type { Division } from '@imsa-hub/core';
import {
  DIVISION_NAMES,
  HolidayListSchema,
  type Holiday,
  type HolidayList,
} from '@imsa-hub/deadlines-common';
import {
  Moment,
  QueryBoundary,
  RadioGroup,
  Section,
  useHubQuery,
  useLive,
} from '@imsa-hub/ui';
import { divisionChoices } from '../shared/choices';
import { HorizonNotice } from '../shared/HorizonNotice';
import { LimitsPage } from '../shared/LimitsPage';
import { apiPaths } from '../shared/paths';
import { AddClosedDay } from './AddClosedDay';
import { ChangeDay } from './ChangeDay';
import { HolidayLine } from './HolidayLine';
import { holidayYears } from './holidayYears';

function Days(props: {
  list: HolidayList;
  division: Division;
  onChange(day: Holiday): void;
}) {
  const { list, division, onChange } = props;
  const mayChange = list.allowedActions.includes('change');
  return (
    <>
      <HorizonNotice horizon={list.horizon} />
      <p className="hub-optional">
        The list was made from: {list.source}. Read on{' '}
        <Moment at={list.reviewedOn} />.
      </p>
      {holidayYears(list.days, division).map(({ year, days }) => (
        <Section key={year} title={`${year}, ${DIVISION_NAMES[division]}`}>
          <ul className="hub-lines">
            {days.map(day => (
              <HolidayLine
                key={day.date}
                day={day}
                onChange={mayChange ? () => onChange(day) : undefined}
              />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

/** The closed days of each division, and what was changed about them. */
export function HolidaysPage() {
  const [division, setDivision] = useState<Division>('england-and-wales');
  const [isAdding, setIsAdding] = useState(false);
  const [changing, setChanging] = useState<Holiday>();
  useLive('deadlines');
  const holidays = useHubQuery({
    key: ['deadlines', 'holidays'],
    path: apiPaths.holidays,
    schema: HolidayListSchema,
  });
  return (
    <LimitsPage
      view="holidays"
      lead="Limits in working days, and those that move off closed days, are worked out from these."
      actions={
        holidays.data?.allowedActions.includes('change') && (
          <Button
            variant="primary"
            size="medium"
            onPress={() => setIsAdding(true)}
          >
            Add a closed day
          </Button>
        )
      }
    >
      <RadioGroup
        name="division"
        label="Where"
        orientation="horizontal"
        choices={divisionChoices}
        value={division}
        onChange={chosen => setDivision(chosen)}
      />
      <QueryBoundary query={holidays} what="the bank holidays">
        {list => (
          <Days list={list} division={division} onChange={setChanging} />
        )}
      </QueryBoundary>
      {isAdding && (
        <AddClosedDay division={division} onClose={() => setIsAdding(false)} />
      )}
      {changing && (
        <ChangeDay day={changing} onClose={() => setChanging(undefined)} />
      )}
    </LimitsPage>
  );
}
