import { Button } from '@backstage/ui';
import type { Holiday } from '@imsa-hub/deadlines-common';
import { Moment, StatusBadge } from '@imsa-hub/ui';
import { weekdayName } from './holidayYears';

/** One closed day; what was changed says why and by whom. */
export function HolidayLine(props: {
  day: Holiday;
  /** Offered where somebody may change it. */
  onChange?(): void;
}) {
  const { day, onChange } = props;
  const { date, title, state, why, by } = day;
  return (
    <li className="deadlines-day" data-state={state}>
      <div>
        <p className="hub-row">
          <span>
            {weekdayName(date)} <Moment at={date} />
          </span>
          <span className="deadlines-day-title">{title}</span>
          {state === 'added' && (
            <StatusBadge tone="information">Added</StatusBadge>
          )}
          {state === 'removed' && (
            <StatusBadge tone="warning">Taken away: a working day</StatusBadge>
          )}
        </p>
        {why && (
          <p className="hub-optional">
            {why}
            {by && ` (${by})`}
          </p>
        )}
      </div>
      {onChange && (
        <Button
          variant="secondary"
          size="medium"
          aria-label={
            state === 'removed'
              ? `Put back ${title} on ${date}`
              : `Take away ${title} on ${date}`
          }
          onPress={onChange}
        >
          {state === 'removed' ? 'Put back' : 'Take away'}
        </Button>
      )}
    </li>
  );
}
