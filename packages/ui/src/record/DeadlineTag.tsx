import type { ReactNode } from 'react';
import { RiTimeLine } from '@remixicon/react';
import { daysBetween, distanceInWords, londonDate, writtenDate } from './dates';
import type { Tone } from './StatusBadge';

/** A limit as a screen shows it. */
export interface DeadlineTagProps {
  /** `YYYY-MM-DD`. */
  date: string;
  /** What must be done by then. */
  title?: ReactNode;
  /** The steps by which a person can check it; opens on demand. */
  working?: readonly string[];
  authority?: string;
  source?: string;
  /** `secondary`: no primary text was read. */
  confidence?: 'primary' | 'secondary';
  /** A sentence of caution that stands in any case. */
  caution?: string;
  /** It no longer counts: done, or stopped. */
  settled?: boolean;
  /** For tests. */
  now?: Date;
}

const SOON_DAYS = 5;

function toneOf(options: { days: number; settled: boolean }): Tone {
  if (options.settled) return 'neutral';
  if (options.days < 0) return 'negative';
  if (options.days <= SOON_DAYS) return 'warning';
  return 'neutral';
}

function Working(props: DeadlineTagProps) {
  const { working = [], authority, source, confidence, caution } = props;
  return (
    <div className="hub-deadline-working">
      {working.length > 0 && (
        <ol>
          {working.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {authority && <p>Authority: {authority}</p>}
      {source && <p>Source: {source}</p>}
      {confidence === 'secondary' && (
        <p className="hub-caution">
          Checked against secondary sources only. Check the primary text before
          you rely on this date.
        </p>
      )}
      {caution && <p className="hub-caution">{caution}</p>}
    </div>
  );
}

/** A date by which something must be done, how far off, and why that date. */
export function DeadlineTag(props: DeadlineTagProps) {
  const { date, title, settled = false, now = new Date() } = props;
  const days = daysBetween({ from: londonDate(now), to: date });
  const hasWorking = Boolean(
    props.working?.length || props.authority || props.source || props.caution,
  );
  return (
    <div className="hub-deadline" data-tone={toneOf({ days, settled })}>
      <p className="hub-deadline-line">
        <RiTimeLine size={18} aria-hidden="true" />
        {title && <span className="hub-deadline-title">{title}</span>}
        <time dateTime={date}>{writtenDate(date)}</time>
        <span className="hub-deadline-distance">
          {settled ? 'done' : distanceInWords(days)}
        </span>
        {props.confidence === 'secondary' && (
          <span className="hub-optional">secondary sources only</span>
        )}
      </p>
      {hasWorking && (
        <details>
          <summary>How this was worked out</summary>
          <Working {...props} />
        </details>
      )}
    </div>
  );
}
