import { agoInWords, writtenDate, writtenMoment } from './dates';

/**
 * A moment or a date, readable by people and machines. `ago` writes "5 minutes
 * ago" and keeps the exact time as a tooltip.
 */
export function Moment(props: {
  /** ISO instant, or `YYYY-MM-DD`. */
  at: string;
  format?: 'exact' | 'ago';
}) {
  const { at, format = 'exact' } = props;
  const isDate = at.length === 10;
  const exact = isDate ? writtenDate(at) : writtenMoment(at);
  const words =
    format === 'ago' && !isDate
      ? agoInWords({ moment: at, now: new Date() })
      : exact;
  return (
    <time dateTime={at} title={words === exact ? undefined : exact}>
      {words}
    </time>
  );
}
