import type { Limit } from '@imsa-hub/deadlines-common';
import { londonDate, writtenDate } from '@imsa-hub/ui';
import { lineOfTime, type TimeMark } from './lineOfTime';

const LANE_REM = 2;

function Mark({ mark }: { mark: TimeMark }) {
  const top = mark.what === 'limit' ? `${mark.lane * LANE_REM + 1.25}rem` : 0;
  return (
    <span
      className="case-mark"
      data-what={mark.what}
      data-past={mark.isPast || undefined}
      style={{ insetInlineStart: `${mark.at}%`, top }}
      title={writtenDate(mark.date)}
    >
      {mark.number}
    </span>
  );
}

/**
 * Events, today and limits on one line. A picture of the list beneath, which
 * says the same in words: screen readers get the list alone.
 */
export function LineOfTime(props: { limits: readonly Limit[]; now?: Date }) {
  const today = londonDate(props.now ?? new Date());
  const marks = lineOfTime({ limits: props.limits, today });
  const [first] = marks;
  if (!first) return null;
  const dates = marks.map(({ date }) => date).sort();
  const lanes = Math.max(...marks.map(({ lane }) => lane)) + 1;
  return (
    <div className="case-time" aria-hidden="true">
      <div
        className="case-time-line"
        style={{ height: `${lanes * LANE_REM + 1.5}rem` }}
      >
        {marks.map(mark => (
          <Mark key={mark.key} mark={mark} />
        ))}
      </div>
      <p className="case-time-ends">
        <span>{writtenDate(dates[0] ?? today)}</span>
        <span>{writtenDate(dates.at(-1) ?? today)}</span>
      </p>
      <p className="case-time-key">
        <i data-what="event" /> event <i data-what="today" /> today{' '}
        <i data-what="limit" /> limit, by its number
      </p>
    </div>
  );
}
