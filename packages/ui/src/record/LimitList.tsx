import type { ReactNode } from 'react';
import { DeadlineTag } from './DeadlineTag';
import { Moment } from './Moment';

/** A limit as it is worked out from an event. */
export interface LimitLine {
  ruleId: string;
  title: string;
  /** `YYYY-MM-DD`. */
  eventDate: string;
  /** Nothing where it cannot be known. */
  limit: string | null;
  working: readonly string[];
  confidence: 'primary' | 'secondary' | null;
  source: string | null;
  /** What to be careful about, or why it is not known. */
  caution: string;
}

function UnknownLimit({ limit }: { limit: LimitLine }) {
  return (
    <div className="hub-limit-unknown">
      <p>
        <strong>{limit.title}</strong>: no date can be given
      </p>
      <p>{limit.caution}</p>
    </div>
  );
}

/** Legal limits with the working of each; what is not known says so. */
export function LimitList(props: {
  limits: readonly LimitLine[];
  /** Stands before a limit: its number on a line of time. */
  mark?(index: number): ReactNode;
}) {
  return (
    <ul className="hub-limits">
      {props.limits.map((limit, index) => (
        <li key={`${limit.ruleId} ${limit.eventDate}`}>
          {props.mark?.(index)}
          <div>
            {limit.limit === null ? (
              <UnknownLimit limit={limit} />
            ) : (
              <DeadlineTag
                date={limit.limit}
                title={limit.title}
                working={limit.working}
                source={limit.source ?? undefined}
                confidence={limit.confidence ?? undefined}
                caution={limit.caution || undefined}
              />
            )}
            <p className="hub-optional">
              Counted from <Moment at={limit.eventDate} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
