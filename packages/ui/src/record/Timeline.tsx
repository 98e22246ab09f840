import type { ReactNode } from 'react';
import { Moment } from './Moment';
import type { Tone } from './StatusBadge';

/** One thing that happened to a record. */
export interface TimelineEntry {
  id: string;
  /** ISO instant. */
  at: string;
  /** In words, past tense: "Given to Ada Example". */
  what: ReactNode;
  /** Who did it. */
  who?: ReactNode;
  /** Why, or the words themselves. */
  body?: ReactNode;
  tone?: Tone;
}

/** What happened, in the order given. */
export function Timeline(props: {
  /** For screen readers. */
  label: string;
  entries: readonly TimelineEntry[];
}) {
  return (
    <ol className="hub-timeline" aria-label={props.label}>
      {props.entries.map(entry => (
        <li key={entry.id} data-tone={entry.tone ?? 'neutral'}>
          <p className="hub-timeline-what">{entry.what}</p>
          <p className="hub-timeline-meta">
            {entry.who && <>{entry.who} · </>}
            <Moment at={entry.at} />
          </p>
          {entry.body && <div className="hub-timeline-body">{entry.body}</div>}
        </li>
      ))}
    </ol>
  );
}
